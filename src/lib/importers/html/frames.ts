import { isTag, isText, type Document, type Element, type ParentNode } from 'domhandler';
import { rowsOf, cellsOf } from './table-cells.ts';

/** The classes that Excel and WPS give the cells of a sheet. */
const SHEET_CLASS = /^(?:xl|et|oa)\d+$/;

const RULE = /\.((?:xl|et|oa)\d+)\s*\{([^{}]*)\}/g;

/**
 * Whether a cell stands inside the frame of a table. What Excel and WPS put on the clipboard is a piece
 * of a sheet with titles and notes around the tables, so there its style says so; of any other page a
 * table's cells are.
 */
export function framesOf(document: Document): (table: Element) => (cell: Element) => boolean {
  const framed = new Set<string>();
  for (const [, name, style] of styleSheets(document).matchAll(RULE)) {
    if (isFrame(style!)) framed.add(name!);
  }
  return (table) => {
    const isSheet = rowsOf(table).some((row) =>
      cellsOf(row).some(({ attribs }) => SHEET_CLASS.test(attribs.class ?? ''))
    );
    return isSheet ? ({ attribs }) => framed.has(attribs.class ?? '') : () => true;
  };
}

/** Whether a style draws lines beside and above or below a cell. */
function isFrame(style: string): boolean {
  const drawn = (side: string) => {
    const said = new RegExp(`(?:^|;)\\s*border${side}\\s*:\\s*([^;]*)`, 'i').exec(style)?.[1];
    return said === undefined ? null : !/none|(?:^|\s)0/i.test(said);
  };
  const whole = drawn('') ?? false;
  const one = (...sides: readonly string[]) => sides.some((side) => drawn(side) ?? whole);
  return one('-left', '-right') && one('-top', '-bottom');
}

export function styleSheets(parent: ParentNode): string {
  return parent.childNodes
    .map((child) => {
      if (!isTag(child)) return '';
      return child.name === 'style' ? textIn(child) : styleSheets(child);
    })
    .join('\n');
}

function textIn(element: Element): string {
  return element.childNodes
    .map((child) => (isText(child) || child.type === 'comment' ? child.data : ''))
    .join('');
}
