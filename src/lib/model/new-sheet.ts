import { newColumns } from './column-name.ts';
import { createProjectSheet, createRow, createSheet } from './create.ts';
import { disclosureColumns, disclosureFormNamed } from './disclosure-forms.ts';
import { newId, type IdSource } from './ids.ts';
import { PART_ONE, PART_TWO, PROSE_SECTIONS } from './outline.ts';
import { fieldText, type Sheet, type SheetKind, type Workbook } from './workbook.ts';

/** A sheet to be put into a workbook, after the sheet with the id `after`; first where that is null. */
export interface NewSheet {
  readonly sheet: Sheet;
  readonly after: string | null;
}

/** How large a new free sheet is. It grows by what is pasted. */
const FREE_COLUMNS = 4;
const FREE_ROWS = 5;

/**
 * A new sheet of a kind, with what the workbook already says about its unit, after the last one of
 * its kind. `form` is the form of a disclosure sheet. Tables begin with an empty row, so that there
 * is a cell to type or paste into.
 */
export function newSheetFor(
  workbook: Workbook,
  kind: SheetKind,
  form = '',
  ids: IdSource = newId
): NewSheet {
  const { sheets } = workbook;
  const same = sheets.filter((sheet) => sheet.kind === kind);
  const last = same.at(-1);
  const place = { id: ids(), number: numberAfter(same), path: last?.path ?? [] };
  const after = last?.id ?? sheets.at(-1)?.id ?? null;
  const rows = (count: number) => Array.from({ length: count }, () => createRow({}, ids()));
  switch (kind) {
    case 'project': {
      const fields = unitFields(workbook, last);
      const path = last?.path ?? [PART_TWO];
      return { sheet: createProjectSheet(workbook.form, { ...place, path, fields }, ids), after };
    }
    case 'disclosure': {
      const { title = '', numbered = false } = disclosureFormNamed(form) ?? {};
      const given = {
        ...place,
        form,
        title: numbered ? `单位预算${title}` : title,
        fields: { ...unitFields(workbook, last), year: String(workbook.year ?? '') },
        columns: disclosureColumns(form),
        rows: rows(1)
      };
      return { sheet: createSheet(kind, given), after };
    }
    case 'brief':
      return {
        sheet: createSheet(kind, { ...place, title: '新的项目说明', rows: rows(1) }),
        after
      };
    case 'text': {
      const [first] = PROSE_SECTIONS;
      const own = last ? { title: '新的文字部分', number: '' } : { ...first, path: [PART_ONE] };
      const given = { ...place, ...own, fields: { body: '' } };
      return { sheet: createSheet(kind, given), after: last?.id ?? null };
    }
    case 'free': {
      const columns = newColumns([], FREE_COLUMNS);
      const given = { ...place, number: '', title: '新的自由表', columns, rows: rows(FREE_ROWS) };
      return { sheet: createSheet(kind, given), after };
    }
  }
}

/**
 * The number of a sheet after others of its kind, written as they are: none after one without, `25、`
 * after `24、`. Where the last bears no digits, or is none, it counts them.
 */
function numberAfter(same: readonly Sheet[]): string {
  const last = same.at(-1)?.number;
  if (last === '') return '';
  const [, digits, sign] = /^(\d+)([、.．])$/.exec(last ?? '') ?? [];
  return digits ? `${Number(digits) + 1}${sign}` : `${same.length + 1}.`;
}

/** The unit and its money, as the sheet before says it, or any sheet that says it. */
function unitFields({ sheets, department }: Workbook, last?: Sheet): Record<string, string> {
  const source = last ?? sheets.find((sheet) => fieldText(sheet, 'unitCode') !== '');
  return {
    moneyUnit: '万元',
    unitCode: source ? fieldText(source, 'unitCode') : '',
    unitName: (source && fieldText(source, 'unitName')) || department
  };
}
