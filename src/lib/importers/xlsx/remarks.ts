import { relationshipsOf } from '../office/relationships.ts';
import type { Parts } from '../office/unzip.ts';
import { descendantsOf } from '../office/xml.ts';
import { readPart } from '../office/read-part.ts';
import type { Worksheet } from './worksheet.ts';

/** How many cells a remark names at most. */
const MOST_PLACES = 10;

/** What is said of a worksheet after its name: of what is hidden on it, and of errors. */
export function remarksOn(worksheet: Worksheet): string[] {
  return [...hiddenRemarks(worksheet), ...errorRemarks(worksheet)];
}

/** Hidden rows and columns are read; only those with a text count. */
function hiddenRemarks({ rows, isHiddenColumn }: Worksheet): string[] {
  const hiddenRows = rows.filter(({ hidden, cells }) => hidden && cells.some(hasText)).length;
  const columns = new Set(rows.flatMap(({ cells }) => cells.filter(hasText)).map(columnOf));
  const hiddenColumns = [...columns].filter(isHiddenColumn).length;
  return [
    ...(hiddenRows > 0 ? [`有 ${hiddenRows} 行是隐藏的，已一并读入`] : []),
    ...(hiddenColumns > 0 ? [`有 ${hiddenColumns} 列是隐藏的，已一并读入`] : [])
  ];
}

const hasText = ({ text }: { readonly text: string }) => text !== '';
const columnOf = ({ column }: { readonly column: number }) => column;

function errorRemarks({ errors }: Worksheet): string[] {
  return errors.length > 0 ? [`的单元格 ${placesOf(errors)} 显示的是公式错误，照原样读入`] : [];
}

/** Some cells, by their names, and how many there are where these are too many to be named. */
export function placesOf(references: readonly string[]): string {
  const named = references.slice(0, MOST_PLACES).join('、');
  const { length } = references;
  return length > MOST_PLACES ? `${named} 等 ${length} 处` : named;
}

/** What is said of what stands on a worksheet beside its cells, and is not read. */
export function leftOut(parts: Parts, part: string): string[] {
  return relationshipsOf(parts, part).flatMap(({ kind, part: related }) => {
    if (kind === 'drawing') return ['里的图形和图片没有读入'];
    if (kind !== 'comments') return [];
    const count = readPart(parts, related, (root) => descendantsOf(root, 'comment').length) ?? 0;
    return count > 0 ? [`有 ${count} 条批注，没有读入`] : [];
  });
}
