import fc from 'fast-check';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import * as Y from 'yjs';
import { readPackage, writePackage, type SyncPackage } from '#lib/sync/package/package.ts';

const PASSWORD = '青泉-2026';

function update(cells: Readonly<Record<string, string>>): Uint8Array {
  const doc = new Y.Doc();
  for (const [key, text] of Object.entries(cells)) doc.getMap('cells').set(key, text);
  return Y.encodeStateAsUpdate(doc);
}

const content: SyncPackage = {
  workbook: 'A1b2C3d4E5f6G7h8I9j0K1',
  title: '青泉县水务局 2026 年部门预算绩效文本',
  by: '王芳',
  at: '2026-03-02T08:00:00.000Z',
  documents: { d: update({ 'r1/target': '≥95%' }), c: update({}), h: update({ 'e1/x': '1' }) }
};

const plain = await writePackage(content);
const locked = await writePackage(content, PASSWORD);

describe('a sync package', () => {
  test('comes back as it was, with and without a password', async () => {
    expect(await readPackage(plain)).toEqual({ ok: true, package: content });
    expect(await readPackage(locked, PASSWORD)).toEqual({ ok: true, package: content });
  });

  test('shows nothing of the workbook to who does not know its password', async () => {
    const words = ['≥95%', '青泉县水务局', '王芳', content.workbook];
    const bytes = Buffer.from(locked);
    for (const word of words) expect(bytes.includes(Buffer.from(word))).toBe(false);
    expect(await readPackage(locked)).toEqual({ ok: false, fault: 'locked' });
    expect(await readPackage(locked, '青泉-2025')).toEqual({ ok: false, fault: 'wrong-password' });
  });

  test('is never encrypted twice alike', async () => {
    expect(await writePackage(content, PASSWORD)).not.toEqual(locked);
  });

  test('takes a password that another input method writes in full-width characters', async () => {
    const full = '青泉－２０２６';
    expect(await readPackage(locked, full)).toMatchObject({ ok: true });
  });
});

describe('a file that is refused whole', () => {
  test.each([
    ['an empty file', new Uint8Array()],
    ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 0])],
    ['a text', new TextEncoder().encode('绩效目标表')]
  ])('%s is none', async (_, bytes) => {
    expect(await readPackage(bytes)).toEqual({ ok: false, fault: 'foreign' });
  });

  test('one of a later version says so', async () => {
    const later = plain.with('JIBIAO-PACKAGE\n'.length, 2);
    expect(await readPackage(later)).toEqual({ ok: false, fault: 'newer' });
  });

  test('one of a version that never was is damaged', async () => {
    const earlier = plain.with('JIBIAO-PACKAGE\n'.length, 0);
    expect(await readPackage(earlier)).toEqual({ ok: false, fault: 'damaged' });
  });

  test('a locked one says so where the page cannot decrypt', async () => {
    vi.stubGlobal('crypto', { getRandomValues: crypto.getRandomValues.bind(crypto) });
    onTestFinished(() => void vi.unstubAllGlobals());
    expect(await readPackage(locked, PASSWORD)).toEqual({ ok: false, fault: 'no-https' });
    expect(await readPackage(plain)).toMatchObject({ ok: true });
  });

  test.each([
    ['plain', plain, ''],
    ['locked', locked, PASSWORD]
  ])('a %s one of which one byte was changed', async (_, bytes, password) => {
    const last = bytes.length - 1;
    // Opening a locked one takes long, on purpose.
    const numRuns = password === '' ? 300 : 12;
    await fc.assert(
      fc.asyncProperty(fc.nat(last), fc.integer({ min: 1, max: 255 }), async (at, flip) => {
        const changed = bytes.with(at, bytes[at]! ^ flip);
        expect((await readPackage(changed, password)).ok).toBe(false);
      }),
      { numRuns }
    );
  });

  test.each([
    ['plain', plain, ''],
    ['locked', locked, PASSWORD]
  ])('a %s one that was cut off', async (_, bytes, password) => {
    const lengths = [0, 3, 15, 16, 17, 20, 40, 60, bytes.length - 1];
    for (const length of lengths) {
      expect((await readPackage(bytes.slice(0, length), password)).ok).toBe(false);
    }
  });

  test.each([
    ['an id that is none', { workbook: '__proto__' }],
    [
      'a document that is none',
      { documents: { ...content.documents, d: new Uint8Array([9, 9, 9]) } }
    ]
  ])('one with %s, though its sum is right', async (_, wrong) => {
    const bytes = await writePackage({ ...content, ...wrong });
    expect(await readPackage(bytes)).toEqual({ ok: false, fault: 'damaged' });
  });
});
