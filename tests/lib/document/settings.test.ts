import { describe, expect, it } from 'vitest';
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
