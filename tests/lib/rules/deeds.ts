import fc from 'fast-check';
import type { Change, Edit } from '#lib/model/edit.ts';
import { fieldsOf, isProse } from '#lib/model/fields.ts';
import type { Problem } from '#lib/model/problem.ts';
import type { OwnRule } from '#lib/model/settings/own-rule.ts';
import { acceptedText } from '#lib/model/waiver.ts';
import { fieldText, findSheet, type Sheet, type Workbook } from '#lib/model/workbook.ts';
import { editFrom, editRecipes } from '#tests/support/random-edits.ts';
import { prose } from './any-sheet.ts';
import { texts } from './papers.ts';

/** Numbers that become a sheet, a row, a column or a field of whatever workbook is at hand. */
const picks = fc.record({ sheet: fc.nat(999), row: fc.nat(999), item: fc.nat(999) });
type Picks = typeof picks extends fc.Arbitrary<infer Value> ? Value : never;

const OWN_RULES: readonly OwnRule[] = [
  {
    ...{ id: 'long', name: '指标值太长', active: true, severity: 'info', message: '“{值}”太长' },
    where: { kind: 'project', form: '', title: '' },
    item: { at: 'column', id: 'target' },
    condition: { is: 'contains', text: '年' }
  },
  {
    ...{ id: 'sum', name: '超过合计', active: true, severity: 'warning', message: '超过{对比}' },
    where: { kind: 'disclosure', form: 'expenditure', title: '' },
    item: { at: 'column', id: 'project' },
    condition: { is: '<', than: { of: 'column', column: 'project' } }
  }
];

/** What somebody does to a paper, as data; `changesOf` makes changes of it. */
export type Deed =
  | { readonly does: 'type'; readonly at: Picks; readonly text: string }
  | { readonly does: 'copy'; readonly at: Picks; readonly from: number }
  | { readonly does: 'splice'; readonly at: Picks; readonly from: number; readonly text: string }
  | { readonly does: 'name'; readonly at: Picks; readonly text: string }
  | { readonly does: 'describe'; readonly at: Picks; readonly text: string }
  | { readonly does: 'set'; readonly code: string; readonly own: number; readonly off: boolean }
  | { readonly does: 'accept'; readonly problem: number; readonly id: number }
  | { readonly does: 'edit'; readonly recipes: Parameters<typeof editFrom>[0] };

const CODES = ['unit-missing', 'code-duplicate', 'rec-cross', 'typo', 'plan-blank', 'numbering'];
const META = [
  ...(['2024', '2023', '2022', ''].map((text) => ['year', text]) as [string, string][]),
  ...(['2015', '2021', 'local'].map((text) => ['form', text]) as [string, string][]),
  ...(['130200', '130324', ''].map((text) => ['region', text]) as [string, string][]),
  ...(['青泉县水务局', '临河区人民武装部', ''].map((text) => ['department', text]) as [
    string,
    string
  ][])
];

const long = fc.nat(99_999);

/** Typing, copying, prose, structure, the workbook, its settings and waivers, typing most often. */
export const deeds: fc.Arbitrary<Deed> = fc.oneof(
  { weight: 6, arbitrary: record('type', { at: picks, text: texts }) },
  { weight: 3, arbitrary: record('copy', { at: picks, from: fc.nat(999) }) },
  { weight: 3, arbitrary: record('splice', { at: picks, from: long, text: prose }) },
  { weight: 4, arbitrary: record('edit', { recipes: editRecipes }) },
  { weight: 1, arbitrary: record('name', { at: picks, text: texts }) },
  { weight: 1, arbitrary: record('describe', { at: picks, text: texts }) },
  {
    weight: 1,
    arbitrary: record('set', {
      code: fc.constantFrom(...CODES),
      own: fc.nat(OWN_RULES.length),
      off: fc.boolean()
    })
  },
  { weight: 2, arbitrary: record('accept', { problem: long, id: fc.nat(999_999) }) }
) as fc.Arbitrary<Deed>;

function record(does: Deed['does'], parts: Readonly<Record<string, fc.Arbitrary<unknown>>>) {
  return fc.record({ does: fc.constant(does), ...parts });
}

/** The edit that a deed comes to in a workbook with these problems. */
export function editOf(
  deed: Deed,
  workbook: Workbook,
  problems: readonly Problem[],
  ids: () => string
): Edit {
  if (deed.does === 'edit') return editFrom(deed.recipes, workbook, ids);
  return { label: deed.does, changes: changesOf(deed, workbook, problems) };
}

function changesOf(
  deed: Exclude<Deed, { does: 'edit' }>,
  workbook: Workbook,
  problems: readonly Problem[]
): readonly Change[] {
  if (deed.does === 'set') {
    const severities = { [deed.code]: deed.off ? ('off' as const) : ('info' as const) };
    const settings = { severities, rules: OWN_RULES.slice(0, deed.own) };
    return [{ do: 'settings', settings }];
  }
  if (deed.does === 'accept') return accept(deed, workbook, problems);
  const { sheets } = workbook;
  const { at } = deed;
  const sheet = sheets[at.sheet % Math.max(1, sheets.length)];
  if (!sheet) return [];
  switch (deed.does) {
    case 'type':
      return typed(sheet, at, deed.text);
    case 'copy':
      return copied(sheet, at, sheets[deed.from % sheets.length]!);
    case 'splice':
      return spliced(sheet, at, deed.from, deed.text);
    case 'name': {
      const property = (['title', 'number', 'note', 'form'] as const)[at.item % 4]!;
      return [{ do: 'sheet', sheet: sheet.id, property, text: deed.text }];
    }
    case 'describe': {
      const [property, text] = META[at.item % META.length]!;
      return [{ do: 'workbook', property: property as 'year', text }];
    }
  }
}

function typed(sheet: Sheet, { row, item }: Picks, text: string): readonly Change[] {
  const target = sheet.rows[row % (sheet.rows.length + 1)];
  if (!target) return [{ do: 'field', sheet: sheet.id, field: fieldOf(sheet, item), text }];
  const column = sheet.columns[item % Math.max(1, sheet.columns.length)]?.id ?? 'A';
  return [{ do: 'cell', row: target.id, column, text }];
}

/** A row or a field of another sheet once more, as when a table is filled in from another. */
function copied(sheet: Sheet, { row, item }: Picks, from: Sheet): readonly Change[] {
  const target = sheet.rows[row % (sheet.rows.length + 1)];
  if (!target) {
    const field = fieldOf(sheet, item);
    return [{ do: 'field', sheet: sheet.id, field, text: fieldText(from, field) }];
  }
  const cells = from.rows[item % Math.max(1, from.rows.length)]?.cells ?? {};
  return Object.entries(cells).map(([column, text]) => ({
    do: 'cell',
    row: target.id,
    column,
    text
  }));
}

/** A few words put into prose in place of others. */
function spliced(sheet: Sheet, { row, item }: Picks, from: number, words: string) {
  const fields = fieldsOf(sheet.kind).flatMap(({ id }) => (isProse(sheet.kind, id) ? [id] : []));
  const field = fields[item % Math.max(1, fields.length)];
  if (field === undefined) return [];
  const before = fieldText(sheet, field);
  const start = from % (before.length + 1);
  const text = before.slice(0, start) + words + before.slice(start + (row % 12));
  return [{ do: 'field' as const, sheet: sheet.id, field, text }];
}

function accept(
  { problem: pick, id }: Extract<Deed, { does: 'accept' }>,
  workbook: Workbook,
  problems: readonly Problem[]
): readonly Change[] {
  const problem = problems[pick % Math.max(1, problems.length)];
  const sheet = findSheet(workbook, problem?.place.sheet);
  if (!problem || !sheet) return [];
  const { code, place } = problem;
  const was = acceptedText(sheet, problem);
  const waiver = { id: `w-${id}`, code, place, was, reason: '已核实', by: '李会计', at: '' };
  return [{ do: 'waive', waiver }];
}

function fieldOf({ kind }: Sheet, item: number): string {
  const fields = fieldsOf(kind);
  return fields[item % Math.max(1, fields.length)]?.id ?? 'body';
}
