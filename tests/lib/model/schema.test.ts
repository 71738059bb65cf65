import { describe, expect, it } from 'vitest';
import { createRow, createSheet, createWorkbook } from '#lib/model/create.ts';
import { readWorkbook } from '#lib/model/schema.ts';
import { workbookFromTemplate } from '#lib/model/template.ts';

const workbook = {
  ...workbookFromTemplate({
    title: '青泉县水务局绩效文本',
    year: 2024,
    department: '青泉县水务局',
    template: '2015'
  }),
  waivers: [
    {
      id: 'w1',
      code: 'unit-missing',
      place: { sheet: 's1', field: 'body', range: [0, 3] as const },
      was: '≥90',
      reason: '依上级口径',
      by: '李会计',
      at: '2024-01-05T08:00:00Z'
    }
  ],
  settings: { severities: { 'unit-missing': 'off' as const }, rules: [] }
};
const json = () => JSON.parse(JSON.stringify(workbook));

describe('reading the plain value', () => {
  it('gives the workbook that was written', () => {
    expect(readWorkbook(json())).toEqual({ workbook });
  });

  it.each([
    ['null', null],
    ['a text', '绩效'],
    ['a list', []],
    ['an empty object', {}]
  ])('refuses %s', (_, data) => {
    expect(readWorkbook(data)).toHaveProperty('fault');
  });

  it.each([
    ['another format', { format: 'other' }, 'format'],
    ['a later version', { version: 2 }, 'version'],
    ['a short id', { id: 'abc' }, 'id'],
    ['a year in words', { year: '二〇二四' }, 'year'],
    ['half a year', { year: 2024.5 }, 'year'],
    ['a region that is no number', { region: '青泉县' }, 'region'],
    ['a region of five digits', { region: '13010' }, 'region'],
    ['a title longer than a cell may be', { title: '长'.repeat(11_000) }, 'title: longer than 32'],
    ['an unknown form', { form: '1999' }, 'form'],
    ['settings without rules', { settings: { severities: {} } }, 'settings']
  ])('refuses %s and says where it stands', (_, change, where) => {
    expect(readWorkbook({ ...json(), ...change })).toEqual({
      fault: expect.stringMatching(`^${where}`)
    });
  });

  it('refuses a cell that is no text, with the way to it', () => {
    const sheets = [{ ...createSheet('project'), rows: [{ id: 'r1', cells: { target: 90 } }] }];
    expect(readWorkbook({ ...json(), sheets })).toEqual({
      fault: expect.stringContaining('sheets.0.rows.0.cells.target')
    });
  });

  it('refuses an id of the document’s own', () => {
    const sheets = [createSheet('project', { id: '_o' })];
    expect(readWorkbook({ ...json(), sheets })).toHaveProperty('fault');
  });

  it.each([
    ['a sheet with the id of the whole workbook', { id: 'w' }],
    ['a row with the id of the whole workbook', { rows: [createRow({}, 'w')] }],
    ['a cell under a name that is no id', { rows: [createRow({ 'a/b': '1' }, 'r1')] }],
    ['a field under a name of the document’s own', { fields: { _title: '1' } }],
    ['a cell of 33 KiB', { rows: [createRow({ target: 'x'.repeat(33 * 1024) }, 'r1')] }],
    ['a field of one line of 33 KiB', { fields: { projectName: 'x'.repeat(33 * 1024) } }],
    ['prose above 1 MiB', { fields: { goal: 'x'.repeat(1024 * 1024 + 1) } }]
  ])('refuses %s', (_, given) => {
    const sheets = [createSheet('project', given)];
    expect(readWorkbook({ ...json(), sheets })).toEqual({
      fault: expect.stringContaining('sheets.0')
    });
  });

  it('takes prose of 1 MiB and a cell of 32 KiB', () => {
    const rows = [createRow({ target: 'x'.repeat(32 * 1024) }, 'r1')];
    const fields = { goal: 'x'.repeat(1024 * 1024) };
    const sheets = [createSheet('project', { fields, rows })];
    expect(readWorkbook({ ...json(), sheets })).toHaveProperty('workbook');
  });

  it('refuses an id that stands twice, also a row’s in two sheets', () => {
    const rows = [createRow({}, 'r1')];
    const sheets = [
      createSheet('project', { id: 's1', rows }),
      createSheet('project', { id: 's2', rows })
    ];
    expect(readWorkbook(createWorkbook({ sheets }))).toEqual({
      fault: 'the id r1 stands more than once'
    });
  });
});
