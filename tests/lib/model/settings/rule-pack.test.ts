import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MOST_OWN_RULES } from '#lib/model/settings/own-rule.ts';
import { readRulePack } from '#lib/model/settings/read-rule-pack.ts';
import { packChanges, writeRulePack, type RulePack } from '#lib/model/settings/rule-pack.ts';
import type { Settings } from '#lib/model/workbook.ts';
import { anyOwnRule, ownRule } from '#tests/lib/rules/custom/own-rules.ts';

const none: Settings = { severities: {}, rules: [] };
const pack = (given: object = {}) => ({
  ...{ format: 'jibiao-rule-pack', version: 1, name: '', severities: {}, rules: [] },
  ...given
});
const faults = (data: unknown) => {
  const read = readRulePack(typeof data === 'string' ? data : JSON.stringify(data));
  return 'faults' in read ? read.faults : [];
};

describe('a rule pack', () => {
  it('is read as it was written', () => {
    const rules = fc.uniqueArray(anyOwnRule, { selector: ({ id }) => id, maxLength: 5 });
    fc.assert(
      fc.property(rules, fc.constantFrom('error', 'off'), (own, severity) => {
        const settings: Settings = { severities: { 'typo@2021': severity }, rules: own };
        const read = readRulePack(writeRulePack(settings, '青泉县规则'));
        expect(read).toEqual({ pack: { ...pack(settings), name: '青泉县规则' }, leftOut: [] });
      })
    );
  });

  it.each<[unknown, string]>([
    ['{', '文件读不懂，可能没有下载完整，或者不是规则包。'],
    ['3', '这个文件不是绩表的规则包。'],
    [{ format: 'jibiao-workbook' }, '这个文件不是绩表的规则包。'],
    [pack({ version: 2 }), '规则包是由更新的绩表导出的，请先更新绩表再导入。'],
    [pack({ severities: { typo: 'fatal' } }), '规则“typo”的“严重程度”写的是“fatal”，不能识别。'],
    [pack({ rules: undefined }), '“自定义规则”没有写。'],
    [
      pack({ rules: [{ ...ownRule({ name: '依据' }), condition: { is: 'magic' } }] }),
      '第 1 条自定义规则“依据”的“条件”写的是“magic”，不能识别。'
    ],
    [
      pack({ rules: [{ ...ownRule(), name: ' ' }] }),
      '第 1 条自定义规则的“名称”写的是“ ”，不能识别。'
    ],
    [pack({ rules: [7] }), '第 1 条自定义规则写的是“7”，不能识别。'],
    [pack({ version: '一' }), '“版本”写的内容不能识别。'],
    [pack({ name: '长'.repeat(201) }), '“名称”太长。'],
    [`"${'x'.repeat(1024 * 1024)}"`, '文件太大，不是规则包。']
  ])('that is %j is refused', (data, sentence) => {
    expect(faults(data)).toEqual([sentence]);
  });

  it.each<[string, object, string]>([
    [
      'a severity that is none',
      { severities: { 'unit-odd': 'off', typo: 'fatal' }, rules: [ownRule()] },
      '规则“typo”的“严重程度”写的是“fatal”，不能识别。'
    ],
    [
      'a rule with a condition of a later version',
      {
        severities: { 'unit-odd': 'off' },
        rules: [ownRule(), { ...ownRule({ id: 'b', name: '依据' }), condition: { is: 'magic' } }]
      },
      '第 2 条自定义规则“依据”的“条件”写的是“magic”，不能识别。'
    ],
    [
      'a rule that says more than is known',
      {
        severities: { 'unit-odd': 'off' },
        rules: [ownRule(), { ...ownRule({ id: 'b', name: '依据' }), unless: '涉密' }]
      },
      '第 2 条自定义规则“依据”里的“unless”是这个版本不认识的。'
    ],
    [
      'a rule whose name is too long',
      {
        severities: { 'unit-odd': 'off' },
        rules: [ownRule(), ownRule({ id: 'b', name: '长'.repeat(61) })]
      },
      `第 2 条自定义规则“${'长'.repeat(40)}…”的“名称”太长。`
    ],
    [
      'a rule with the id of another',
      { severities: { 'unit-odd': 'off' }, rules: [ownRule(), ownRule({ name: '重复的' })] },
      '第 2 条自定义规则“重复的”的“编号”与前面的一条相同。'
    ]
  ])('is taken without %s, which is told', (_, given, sentence) => {
    for (const version of [1, 2]) {
      expect(readRulePack(JSON.stringify(pack({ ...given, version })))).toEqual({
        pack: pack({ severities: { 'unit-odd': 'off' }, rules: [ownRule()] }),
        leftOut: [sentence]
      });
    }
  });

  it('with more rules than a workbook holds is taken as far as it goes', () => {
    const rules = Array.from({ length: MOST_OWN_RULES + 1 }, (_, at) => ownRule({ id: `r${at}` }));
    expect(readRulePack(JSON.stringify(pack({ rules })))).toEqual({
      pack: pack({ rules: rules.slice(0, MOST_OWN_RULES) }),
      leftOut: [`第 101 条自定义规则“${ownRule().name}”多出来了，最多 100 条。`]
    });
  });

  it('never makes reading fail, whatever the file holds', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        for (const fault of faults(text)) expect(fault).not.toContain('undefined');
      })
    );
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (severities, rules) => {
        for (const fault of faults(pack({ severities, rules: [rules] }))) {
          expect(fault).not.toContain('undefined');
        }
      })
    );
  });
});

describe('taking over a rule pack', () => {
  const given = (severities: RulePack['severities'], rules: RulePack['rules']): RulePack => ({
    ...{ format: 'jibiao-rule-pack', version: 1, name: '', severities, rules }
  });

  it('says what it changes and leaves the rest', () => {
    const kept = ownRule({ id: 'kept' });
    const settings: Settings = {
      severities: { typo: 'off', numbering: 'info' },
      rules: [kept, ownRule({ id: 'old' }), ownRule({ id: 'same' })]
    };
    const renamed = ownRule({ id: 'old', name: '新名称' });
    const fresh = ownRule({ id: 'new' });
    const changes = packChanges(
      settings,
      given({ typo: 'error', numbering: 'info', 'unit-odd': 'off' }, [
        renamed,
        fresh,
        ownRule({ id: 'same' })
      ])
    );
    expect(changes).toMatchObject({
      severities: [
        { key: 'typo', from: 'off', to: 'error' },
        { key: 'unit-odd', from: null, to: 'off' }
      ],
      added: [fresh],
      replaced: [renamed],
      unchanged: 1,
      tooMany: false
    });
    expect(changes.settings.severities).toEqual({
      typo: 'error',
      numbering: 'info',
      'unit-odd': 'off'
    });
    expect(changes.settings.rules).toEqual([kept, renamed, fresh, ownRule({ id: 'same' })]);
  });

  it('changes nothing the second time', () => {
    const once = packChanges(none, given({ typo: 'off' }, [ownRule()])).settings;
    const again = packChanges(once, given({ typo: 'off' }, [ownRule()]));
    expect(again).toMatchObject({ severities: [], added: [], replaced: [], unchanged: 1 });
  });

  it('does not fill a workbook beyond what it can hold', () => {
    const full = Array.from({ length: MOST_OWN_RULES }, (_, at) => ownRule({ id: `r${at}` }));
    expect(packChanges({ ...none, rules: full }, given({}, [ownRule()])).tooMany).toBe(true);
  });
});
