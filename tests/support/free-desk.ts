import { freeWorkbook } from './free-workbook.ts';
import { TableDesk } from './table-desk.ts';

/** Blocks of cells with gaps between them, to jump over. */
const BLOCKS = ['a b c d', 'a . c d', 'a b . d', '. b . d', '. b . d', 'a b c d'];

/** A desk over a free sheet of these rows, whose keyboard is in a cell such as `r2/B`. */
export async function freeDeskAt(cell: string, rows = BLOCKS): Promise<TableDesk> {
  const desk = new TableDesk(freeWorkbook(...rows), 'f');
  const [row, column] = cell.split('/');
  await desk.select(row!, column!);
  return desk;
}
