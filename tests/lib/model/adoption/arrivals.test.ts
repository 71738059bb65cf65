import { describe, expect, it } from 'vitest';
import { arrivalsOf } from '#lib/model/adoption/arrivals.ts';
import { createSheet, createWorkbook } from '#lib/model/create.ts';
import type { Sheet, SheetKind, Workbook } from '#lib/model/workbook.ts';

const CODE = '13000023P000000000016';

/** A workbook with one sheet. */
function holding(
  kind: SheetKind,
  fields: Sheet['fields'],
  given: Partial<Sheet> = {},
  department = ''
): Workbook {
  return createWorkbook({ department, sheets: [createSheet(kind, { fields, ...given })] });
}

const meets = (open: Workbook, imported: Workbook) =>
  arrivalsOf(open, [imported])[0]!.present === open.sheets[0];

describe('a sheet is there already', () => {
  const body = (text: string, given: Partial<Sheet> = {}) => holding('text', { body: text }, given);

  it.each<[what: string, open: Workbook, imported: Workbook]>([
    [
      'by its project code, however it is spaced',
      holding('project', { projectCode: CODE, projectName: '堤防维修' }),
      holding('project', { projectCode: ` ${CODE.toLowerCase()}`, projectName: '堤防养护' })
    ],
    [
      'by its name and unit where one has no code',
      holding('project', { projectCode: CODE, projectName: '堤防维修', unitCode: '405001' }),
      holding('project', { projectName: '堤防 维修', unitCode: '405001', unitName: '水务局' })
    ],
    [
      'by its title and department where the table has no header block',
      holding('project', {}, { title: '堤防维修绩效目标表' }, '水务局'),
      holding('project', { projectName: '堤防维修', unitName: '水务局' })
    ],
    [
      'by its title where it is prose, under whatever number',
      body('甲', { title: '总体绩效目标', number: '一、' }),
      body('乙', { title: '总体绩效目标', number: '1.' })
    ],
    [
      'by its form and unit where it is a disclosure table',
      holding('disclosure', { unitCode: '405001' }, { form: 'income', title: '收入总表' }),
      holding('disclosure', { unitCode: '405001' }, { form: 'income', title: '部门收入总表' })
    ],
    [
      'by the id that its file carries',
      holding('project', { projectName: '堤防维修' }, { id: 'same' }),
      holding('project', { projectName: '堤防养护' }, { id: 'same' })
    ]
  ])('%s', (_, open, imported) => expect(meets(open, imported)).toBe(true));

  it.each<[what: string, open: Workbook, imported: Workbook]>([
    [
      'another project code',
      holding('project', { projectCode: CODE, projectName: '堤防维修' }),
      holding('project', { projectCode: '13000023P000000000024', projectName: '堤防维修' })
    ],
    [
      'another unit',
      holding('project', { projectName: '工会经费', unitCode: '405001' }),
      holding('project', { projectName: '工会经费', unitCode: '405002' })
    ],
    ['no name at all', holding('project', {}), holding('project', {})],
    [
      'another form',
      holding('disclosure', {}, { form: 'income' }),
      holding('disclosure', {}, { form: 'expenditure' })
    ],
    [
      'another kind',
      holding('text', {}, { title: '堤防维修' }),
      holding('brief', {}, { title: '堤防维修' })
    ]
  ])('but not with %s', (_, open, imported) => expect(meets(open, imported)).toBe(false));

  it('once at most in each file', () => {
    const open = holding('project', { projectCode: CODE });
    const twice = createWorkbook({
      sheets: [1, 2].map(() => createSheet('project', { fields: { projectCode: CODE } }))
    });
    const [first, second] = arrivalsOf(open, [twice]);
    expect(first!.present).toBe(open.sheets[0]);
    expect(second!.present).toBeNull();
  });

  it('by its id, also where a copy of it stands before it', () => {
    const fields = { projectCode: CODE, projectName: '堤防维修' };
    const open = holding('project', fields, { id: 'same' });
    const file = createWorkbook({
      sheets: [
        createSheet('project', { id: 'copy', fields }),
        createSheet('project', { id: 'same', fields: { ...fields, budget: '20.00' } })
      ]
    });
    const [copy, changed] = arrivalsOf(open, [file]);
    expect(copy!.present).toBeNull();
    expect(changed!.present).toBe(open.sheets[0]);
  });

  it('under its own headings, also where its like under others stands before it', () => {
    const said = (path: string) =>
      createSheet('text', { title: '其他说明', path: [path], fields: { body: '无' } });
    const open = createWorkbook({ sheets: [said('第一部分')] });
    const [other, own] = arrivalsOf(open, [
      createWorkbook({ sheets: [said('第四部分'), said('第一部分')] })
    ]);
    expect(other!.present).toBeNull();
    expect(own!.present).toBe(open.sheets[0]);
  });

  it('where a file before it has brought it', () => {
    const imported = holding('project', { projectCode: CODE });
    const [first, second] = arrivalsOf(createWorkbook(), [imported, imported]);
    expect(second!.present).toBe(first!.sheet);
  });
});
