import { columnsOf } from './fields.ts';
import { FORMS } from './forms.ts';
import { newId, newWorkbookId, type IdSource } from './ids.ts';
import type { FormName, Row, Sheet, SheetKind, Workbook } from './workbook.ts';

/** A workbook without sheets; what is given replaces the empty values. */
export function createWorkbook(given: Partial<Workbook> = {}): Workbook {
  return {
    format: 'jibiao-workbook',
    version: 1,
    id: newWorkbookId(),
    title: '',
    year: null,
    region: '',
    department: '',
    cover: '',
    contents: null,
    form: '2015',
    sheets: [],
    waivers: [],
    settings: { severities: {}, rules: [] },
    ...given
  };
}

/** A sheet of a kind with the columns of that kind and no rows; what is given replaces the empty values. */
export function createSheet(kind: SheetKind, given: Partial<Sheet> = {}): Sheet {
  return {
    id: newId(),
    kind,
    form: '',
    title: '',
    number: '',
    path: [],
    fields: {},
    columns: columnsOf(kind),
    rows: [],
    note: '',
    ...given
  };
}

/** A row with these cells. */
export function createRow(cells: Readonly<Record<string, string>> = {}, id = newId()): Row {
  return { id, cells };
}

/** An empty project sheet with one row for each second level that the form asks for. */
export function createProjectSheet(
  form: FormName,
  given: Partial<Sheet> = {},
  ids: IdSource = newId
): Sheet {
  const { levels, requiredOutputs } = FORMS[form];
  const rows = levels.flatMap(({ name, second }) => {
    const required = second.filter((level2) => requiredOutputs.includes(level2));
    const shown = required.length > 0 ? required : second.slice(0, 1);
    return shown.map((level2) => createRow({ level1: name, level2 }, ids()));
  });
  return createSheet('project', {
    id: ids(),
    title: '新项目绩效目标表',
    fields: { moneyUnit: '万元' },
    rows,
    ...given
  });
}
