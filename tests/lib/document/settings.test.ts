import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { OwnRule } from '#lib/model/settings/own-rule.ts';
import { severityKey, withSeverity } from '#lib/model/settings/severities.ts';
import type { Settings } from '#lib/model/workbook.ts';
import { createWorkbook } from '#lib/model/create.ts';
import { ownRule } from '#tests/lib/rules/custom/own-rules.ts';
import { replicasOf, settle, type Replica } from '#tests/support/replicas.ts';

function pair(): [chen: Replica, zhou: Replica] {
  return replicasOf(createWorkbook(), ['chen', 'zhou']) as [Replica, Replica];
}

const settingsOf = ({ document }: Replica) => document.workbook.settings;
const set = ({ document }: Replica, settings: Settings) =>
  document.edit({ label: '规则设置', changes: [{ do: 'settings', settings }] });

describe('the settings of a shared workbook', () => {
  it('keep what two people set at the same time', () => {
    const [chen, zhou] = pair();
    const first = ownRule({ id: 'first' });
    const second = ownRule({ id: 'second' });
    set(chen, withSeverity({ ...settingsOf(chen), rules: [first] }, 'typo', null, 'off'));
    set(zhou, withSeverity({ ...settingsOf(zhou), rules: [second] }, 'typo', '2021', 'error'));
    settle([chen, zhou]);
    for (const each of [chen, zhou]) {
      expect(settingsOf(each)).toEqual({
        severities: { typo: 'off', [severityKey('typo', '2021')]: 'error' },
        rules: [first, second]
      });
    }
  });

  it('go back by one undo and come again by redo', () => {
    const [chen] = pair();
    const { document } = chen;
    set(chen, withSeverity(settingsOf(chen), 'unit-odd', null, 'info'));
    const before = settingsOf(chen);
    const rules = [ownRule({ id: 'b' }), ownRule({ id: 'a' })];
    set(chen, { severities: { typo: 'off', numbering: 'off' }, rules });
    expect(document.undo()).toMatchObject({ done: true });
    expect(settingsOf(chen)).toEqual(before);
    expect(document.redo()).toMatchObject({ done: true });
    expect(settingsOf(chen).severities).toEqual({ typo: 'off', numbering: 'off' });
    expect(settingsOf(chen).rules).toEqual([rules[1], rules[0]]);
  });

  it('go back where nobody else has set the same since, and stay where somebody has', () => {
    const [chen, zhou] = pair();
    const [mine, both] = [ownRule({ id: 'mine' }), ownRule({ id: 'both' })];
    set(chen, { severities: { typo: 'off', numbering: 'off' }, rules: [mine, both] });
    settle([chen, zhou]);
    const theirs = { ...both, name: '周改过的名称' };
    set(zhou, {
      severities: { typo: 'error', numbering: 'off', 'unit-odd': 'info' },
      rules: [mine, theirs]
    });
    settle([chen, zhou]);
    expect(chen.document.undo()).toMatchObject({ done: true });
    settle([chen, zhou]);
    for (const each of [chen, zhou]) {
      expect(settingsOf(each)).toEqual({
        severities: { typo: 'error', 'unit-odd': 'info' },
        rules: [theirs]
      });
    }
    expect(chen.document.redo()).toMatchObject({ done: true });
    expect(settingsOf(chen)).toEqual({
      severities: { numbering: 'off', typo: 'error', 'unit-odd': 'info' },
      rules: [theirs, mine]
    });
  });

  it('stay where a colleague has set again what I had set', () => {
    const [chen, zhou] = pair();
    set(chen, { severities: { typo: 'off' }, rules: [] });
    settle([chen, zhou]);
    set(zhou, { severities: { typo: 'error' }, rules: [] });
    set(zhou, { severities: { typo: 'off' }, rules: [] });
    settle([chen, zhou]);
    expect(chen.document.undo()).toEqual({ done: false, reason: 'overtaken' });
    expect(settingsOf(chen).severities).toEqual({ typo: 'off' });
  });

  it('go back in whatever order a rule was put together', () => {
    const [chen] = pair();
    const reversed = Object.fromEntries(Object.entries(ownRule()).reverse()) as unknown as OwnRule;
    set(chen, { severities: {}, rules: [reversed] });
    expect(chen.document.undo()).toMatchObject({ done: true });
    expect(settingsOf(chen).rules).toEqual([]);
  });

  it('hold after any turns of two people what each set last and did not take back', () => {
    const codes = ['typo', 'numbering', 'unit-odd'];
    const turn = fc.record({
      by: fc.nat(1),
      does: fc.oneof(
        {
          weight: 3,
          arbitrary: fc.record({ code: fc.nat(2), to: fc.constantFrom('off', 'error') })
        },
        fc.constant('undo' as const)
      )
    });
    fc.assert(
      fc.property(fc.array(turn, { maxLength: 14 }), (turns) => {
        const people = pair();
        // What each has set and not taken back: code, what it became, what it was, and who set it last.
        const done: { code: string; was: string; to: string }[][] = [[], []];
        const now = new Map<string, string>();
        const last = new Map<string, number>();
        for (const { by, does } of turns) {
          const me = people[by]!;
          if (does === 'undo') {
            const taken = done[by]!.pop();
            me.document.undo();
            if (taken && last.get(taken.code) === by && now.get(taken.code) === taken.to) {
              now.set(taken.code, taken.was);
            }
          } else {
            const code = codes[does.code]!;
            const was = now.get(code) ?? '';
            const to = does.to as 'off' | 'error';
            if (was === to) continue;
            set(me, withSeverity(settingsOf(me), code, null, to));
            done[by]!.push({ code, was, to });
            now.set(code, to);
            last.set(code, by);
          }
          settle(people);
          const expected = Object.fromEntries([...now].filter(([, severity]) => severity !== ''));
          for (const each of people) expect(settingsOf(each).severities).toEqual(expected);
        }
      })
    );
  });

  it('are the same object while something else is edited', () => {
    const [chen] = pair();
    set(chen, { severities: { typo: 'off' }, rules: [ownRule()] });
    const before = settingsOf(chen);
    chen.document.edit({
      label: '改名',
      changes: [{ do: 'workbook', property: 'title', text: '另一个名称' }]
    });
    expect(settingsOf(chen)).toBe(before);
  });

  it('leave out what nobody can read, and keep it in the document', () => {
    const [chen] = pair();
    chen.doc.getMap<string>('cells').set('w/_rule-new', '{"id":"new","is":"of a later version"}');
    chen.doc.getMap<string>('cells').set('w/_severity-typo', 'fatal');
    expect(settingsOf(chen)).toEqual({ severities: {}, rules: [] });
    set(chen, { severities: {}, rules: [ownRule()] });
    expect(settingsOf(chen).rules).toEqual([ownRule()]);
    expect(chen.doc.getMap<string>('cells').get('w/_rule-new')).toContain('later version');
  });
});
