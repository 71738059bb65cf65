import { INDICATOR_COLUMNS } from '#lib/model/fields.ts';
import { newId, type IdSource } from '#lib/model/ids.ts';
import { readProjectCode } from '#lib/model/project-code.ts';
import type { Row } from '#lib/model/workbook.ts';

/** One row of a pasted block: what it says of its project, and the texts of its indicator. */
export interface NamedCells {
  readonly name: string;
  readonly code: string;
  readonly cells: Readonly<Record<string, string>>;
}

const NAME = 'name';
const CODE = 'code';

/** What may stand over the columns. */
const TITLES: ReadonlyMap<string, string> = new Map([
  ['项目', NAME],
  ['项目名称', NAME],
  ['项目编码', CODE],
  ...INDICATOR_COLUMNS.map(({ id, title }) => [title, id] as const)
]);

/** What the levels of all forms are called. */
const LEVEL = /^\S{1,8}指标$/;

const INDICATOR_IDS = INDICATOR_COLUMNS.map(({ id }) => id);

/**
 * Reads a block of indicators with their projects in front: under titles where its first row has them,
 * else 项目 and the columns of the form, or 项目编码 and 项目名称 and these, as 指标总表 is exported.
 * Null where the first column names no project.
 */
export function readProjectBlock(
  block: readonly (readonly string[])[]
): readonly NamedCells[] | null {
  const titled = (block[0] ?? []).map((text) => TITLES.get(text.replace(/\s+/g, '')) ?? null);
  const isTitled = titled.includes(NAME) || (titled.includes(CODE) && titled.includes('level1'));
  const body = isTitled ? block.slice(1) : block;
  const order = isTitled ? titled : orderOf(body);
  if (!order) return null;
  return body.map((row) => {
    const texts: Record<string, string> = {};
    row.forEach((text, at) => {
      const column = order[at];
      if (column != null) texts[column] = text;
    });
    const { [NAME]: name = '', [CODE]: code = '', ...cells } = texts;
    return { name: name.trim(), code: code.trim(), cells };
  });
}

/**
 * Reads a block of indicators without projects, under titles or in the columns of the form, as it is
 * copied from a project sheet. Null where it does not begin with levels. Rows without texts are left out.
 */
export function readIndicatorRows(
  block: readonly (readonly string[])[],
  ids: IdSource = newId
): readonly Row[] | null {
  const [head = [], ...rest] = block;
  const titled = head.map((text) => TITLES.get(text.replace(/\s+/g, '')) ?? null);
  const isTitled = titled.includes('level1') && !titled.includes(NAME) && !titled.includes(CODE);
  const order = isTitled ? titled : INDICATOR_IDS;
  const body = isTitled ? rest : block;
  const level1 = order.indexOf('level1');
  const levels = body.map((row) => row[level1] ?? '').filter((text) => text.trim() !== '');
  if (levels.length === 0 || !levels.every((text) => LEVEL.test(text.trim()))) return null;
  let above = '';
  return body.flatMap((row) => {
    const texts = order.flatMap((id, at) => (id === null ? [] : [[id, row[at] ?? ''] as const]));
    const cells = Object.fromEntries(texts);
    if (Object.values(cells).every((text) => text.trim() === '')) return [];
    above = cells.level1?.trim() ? cells.level1 : above;
    return [{ id: ids(), cells: { ...cells, level1: above } }];
  });
}

/** What the columns of a block without titles hold. */
function orderOf(block: readonly (readonly string[])[]): readonly string[] | null {
  const width = Math.max(0, ...block.map((row) => row.length));
  const first = block.map((row) => row[0] ?? '').filter((text) => text.trim() !== '');
  // A project is called neither like a level, nor is one column a table.
  if (width < 2 || first.some((text) => LEVEL.test(text.trim()))) return null;
  const second = block.map((row) => row[1] ?? '').filter((text) => text.trim() !== '');
  const hasCodes = first.some((text) => readProjectCode(text.trim()) !== null);
  const isExported =
    hasCodes && second.length > 0 && !second.some((text) => LEVEL.test(text.trim()));
  return isExported ? [CODE, NAME, ...INDICATOR_IDS] : [NAME, ...INDICATOR_IDS];
}
