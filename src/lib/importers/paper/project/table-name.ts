import type { Line } from '../lines.ts';

/** What Excel and WPS call a sheet that nobody has named. */
const UNNAMED = /^(?:sheet|工作表)\s*\d*$/i;

/** What the file calls the table in these lines, such as the name of its worksheet; else empty. */
export function tableName(lines: readonly Line[]): string {
  const name = lines.find(({ row }) => row)?.row?.name?.trim() ?? '';
  return UNNAMED.test(name) ? '' : name;
}
