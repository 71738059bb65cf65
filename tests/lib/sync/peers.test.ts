import { expect, it, onTestFinished } from 'vitest';
import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { createPeers } from '#lib/sync/peers.ts';

function witness() {
  const peers = createPeers(new Y.Doc());
  onTestFinished(() => peers.awareness.destroy());
  const receive = (state: Record<string, unknown>) => {
    const other = new Awareness(new Y.Doc());
    other.setLocalState(state);
    applyAwarenessUpdate(
      peers.awareness,
      encodeAwarenessUpdate(other, [other.clientID]),
      'network'
    );
    other.destroy();
    return other.clientID;
  };
  return { peers, receive };
}

it('shows only what this program could have sent', () => {
  const { peers, receive } = witness();
  const id = receive({ peer: { name: '赵青', colour: '#1677ff', row: 'r1', extra: true } });
  for (const peer of [
    undefined,
    null,
    'text',
    { name: 1, colour: '#fff' },
    { name: '长'.repeat(200), colour: '#fff' },
    { name: '赵青', colour: '#fff', sheet: { toString: () => 'x' } }
  ]) {
    receive({ peer });
  }
  expect(peers.current()).toEqual([
    { id, name: '赵青', colour: '#1677ff', sheet: null, row: 'r1', column: null }
  ]);
});

it('cuts a long name between characters, and still shows it to others', () => {
  const { peers } = witness();
  const place = { colour: '#fff', sheet: null, row: null, column: null };
  peers.setPresence({ name: '𠮷'.repeat(100), ...place });
  const others = witness();
  others.receive(peers.awareness.getLocalState() ?? {});
  expect(others.peers.current()[0]?.name).toBe('𠮷'.repeat(64));
});

it('leaves oneself out', () => {
  const { peers } = witness();
  peers.setPresence({ name: '赵青', colour: '#fff', sheet: null, row: null, column: null });
  expect(peers.current()).toEqual([]);
});
