import { disclosureFormOf, type DisclosureForm } from '#lib/model/disclosure-forms.ts';
import { readDisclosureHead } from '../disclosure/disclosure-head.ts';
import { isFootnote } from '../disclosure/footnote.ts';
import { cleanText, labelWords } from '../cleaning/layout-spaces.ts';
import { isBlank, isTabbed, type Line } from '../lines.ts';

/**
 * How many of the lines below its title a disclosure table takes. It ends above the first line that is no
 * row of its width, no line of its head and no note; but where rows with a 序号 or 栏次 follow, that line is only
 * what a converter left between two pages.
 */
export function disclosureLength(form: DisclosureForm, lines: readonly Line[]): number {
  const lastNumbered = form.numbered ? lines.findLastIndex(isNumbered) : -1;
  const firstRow = lines.find(({ row }) => row)?.row;
  let length = 0;
  for (const [index, line] of lines.entries()) {
    if (isBlank(line)) continue;
    const isOther = line.row !== undefined && line.row.cells.length !== firstRow?.cells.length;
    if (index > lastNumbered && (isOther || !belongs(form, line))) break;
    length = index + 1;
  }
  return length;
}

function isNumbered(line: Line): boolean {
  if (!isTabbed(line)) return false;
  const first = labelWords((line.row?.cells ?? line.text.split('\t'))[0] ?? '');
  return first === '栏次' || /^\d{1,3}$/.test(first);
}

function belongs(form: DisclosureForm, line: Line): boolean {
  if (isTabbed(line)) return true;
  const text = cleanText(line.text);
  return (
    isFootnote(text) ||
    /^\d{4}年?$/.test(text) ||
    readDisclosureHead(text) !== null ||
    disclosureFormOf(text) === form
  );
}
