import { getFormatFromId } from 'numfmt';
import { attribute, childOf, childrenOf, descend, type Element } from '../office/xml.ts';

/** What a cell's style says about what it holds. */
export interface CellStyle {
  /** Its number format. */
  readonly format: string;
  /** Whether lines are drawn beside and above or below it, as around the cells of a printed table. */
  readonly framed: boolean;
}

/** The style of a cell that names none, or one that is not there. */
export const PLAIN_STYLE: CellStyle = { format: 'General', framed: false };

/** What the Chinese Excel shows for formats that differ by language (ECMA-376 part 1, 18.8.30). */
const CHINESE_FORMATS: ReadonlyMap<number, string> = new Map(
  Object.entries({
    'yyyy"年"m"月"': [27, 36, 50, 52, 57],
    'm"月"d"日"': [28, 29, 51, 53, 54, 58],
    'm-d-yy': [30],
    'yyyy"年"m"月"d"日"': [31],
    'h"时"mm"分"': [32],
    'h"时"mm"分"ss"秒"': [33],
    'AM/PMh"时"mm"分"': [34, 55],
    'AM/PMh"时"mm"分"ss"秒"': [35, 56]
  }).flatMap(([format, ids]) => ids.map((id) => [id, format] as const))
);

/** The styles of a workbook (ECMA-376 part 1, 18.8.10), which its cells name by their place in the list. */
export function readStyles(root: Element): CellStyle[] {
  const formats = new Map(
    listOf(root, 'numFmts').map((own) => [
      Number(attribute(own, 'numFmtId')),
      attribute(own, 'formatCode') ?? ''
    ])
  );
  const frames = listOf(root, 'borders').map(isFrame);
  return listOf(root, 'cellXfs').map((style) => {
    const id = Number(attribute(style, 'numFmtId') ?? 0);
    return {
      format: formats.get(id) || CHINESE_FORMATS.get(id) || getFormatFromId(id, 'zh-CN'),
      framed: frames[Number(attribute(style, 'borderId') ?? 0)] ?? false
    };
  });
}

function listOf(root: Element, name: string): Element[] {
  const list = childOf(root, name);
  return list ? childrenOf(list) : [];
}

function isFrame(border: Element): boolean {
  const drawn = (...sides: readonly string[]) =>
    sides.some((side) => {
      const line = descend(border, side);
      const style = line && attribute(line, 'style');
      return style !== undefined && style !== 'none';
    });
  return drawn('left', 'right', 'start', 'end') && drawn('top', 'bottom');
}
