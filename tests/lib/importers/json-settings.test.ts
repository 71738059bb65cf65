import { describe, expect, it } from 'vitest';
import { importFile } from '#lib/importers/import.ts';
import { createWorkbook } from '#lib/model/create.ts';
import { ownRule } from '#tests/lib/rules/custom/own-rules.ts';

const bytesOf = (data: unknown) => new TextEncoder().encode(JSON.stringify(data));

describe('a workbook as .json from a later version', () => {
  it('is opened with the rules that are understood, and says which were left out', async () => {
    const later = { ...ownRule({ id: 'later', name: '比上年' }), condition: { is: 'grew' } };
    const settings = {
      severities: { typo: 'off', numbering: 'fatal' },
      rules: [ownRule(), later]
    };
    const bytes = bytesOf({ ...createWorkbook({ title: '青泉县水务局' }), settings });

    const result = await importFile({ name: '青泉县水务局.json', bytes });

    expect(result).toMatchObject({
      ok: true,
      workbook: {
        title: '青泉县水务局',
        settings: { severities: { typo: 'off' }, rules: [ownRule()] }
      },
      notes: [
        {
          kind: 'unplaced',
          text: '没有读入：规则“numbering”的“严重程度”写的是“fatal”，不能识别。'
        },
        {
          kind: 'unplaced',
          text: '没有读入：第 2 条自定义规则“比上年”的“条件”写的是“grew”，不能识别。'
        }
      ]
    });
  });

  it('says nothing where all is understood', async () => {
    const settings = { severities: {}, rules: [ownRule()] };
    const bytes = bytesOf({ ...createWorkbook(), settings });
    expect(await importFile({ name: 'a.json', bytes })).toMatchObject({ ok: true, notes: [] });
  });
});
