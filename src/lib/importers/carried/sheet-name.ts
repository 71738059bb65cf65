import { sheetName } from '#lib/model/workbook.ts';

const NUMBER =
  /^((?:附?表\s*)?\d{1,3}[.．、]|[一二三四五六七八九十]{1,3}、|[（(][\d一二三四五六七八九十]{1,3}[)）])\s*/;

/**
 * The number and the title of a sheet from its heading, in which they are joined.
 * @param number that the sheet had; another one that was written in its place is recognised
 */
export function splitSheetName(name: string, number: string): { number: string; title: string } {
  const joined = sheetName({ number, title: '' }).length;
  if (name.startsWith(number) && name.length >= joined)
    return { number, title: name.slice(joined) };
  const other = number === '' ? null : NUMBER.exec(name);
  return other
    ? { number: other[1]!, title: name.slice(other[0].length) }
    : { number: '', title: name };
}
