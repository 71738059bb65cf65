import type { Note } from '#lib/model/note.ts';
import { cellLines, type CellLines, type SheetContext } from '../cells/cell-lines.ts';
import { numbered, type UnnumberedLine } from '../cells/line-text.ts';
import { carriedSkeleton } from '../office/carried-skeleton.ts';
import type { OfficePackage } from '../office/office.ts';
import { relationshipsOf } from '../office/relationships.ts';
import { readPart } from '../office/read-part.ts';
import { partText, type Parts } from '../office/unzip.ts';
import { attribute, childOf, childrenOf, parseXml, type Element } from '../office/xml.ts';
import { beginsOverview } from '../paper/overview/overview-tables.ts';
import type { CalculatingWorksheet, RowOnWorksheet, Source } from '../source.ts';
import { readAnchors } from './anchors.ts';
import type { CellContext } from './cell-text.ts';
import { leftOut, remarksOn } from './remarks.ts';
import { readSharedStrings } from './strings.ts';
import { readStyles } from './styles.ts';
import { readWorksheet } from './worksheet.ts';

/** A sheet as the list of the workbook names it. */
interface ListedSheet {
  readonly name: string;
  /** What it is: `worksheet`, or a chart or a dialog on a sheet of its own. */
  readonly kind: string;
  readonly part: string;
  readonly hidden: boolean;
}

/** The lines of a worksheet, and the rows that they were made of. */
type ReadWorksheet = CellLines & Pick<CalculatingWorksheet, 'rows'>;

/**
 * Reads a spreadsheet of Excel or WPS (ECMA-376 part 1, 18), its sheets in their order, hidden ones
 * too. Cells are as they are shown; a merged cell has its text where it begins.
 * @throws XmlFault where a part is broken or hostile
 */
export function readXlsx({ parts, main }: OfficePackage): Source {
  const root = parseXml(partText(parts.get(main)!));
  const related = relationshipsOf(parts, main);
  const partOf = (kind: string) => related.find((relationship) => relationship.kind === kind)?.part;
  const context = {
    strings: readPart(parts, partOf('sharedStrings'), readSharedStrings) ?? [],
    styles: readPart(parts, partOf('styles'), readStyles) ?? [],
    from1904: countsFrom1904(root),
    calculates: calculates(parts)
  };
  const carried = carriedSkeleton(parts);
  const anchors = carried && readAnchors(root, carried);
  const lines: UnnumberedLine[] = [];
  const notes: Note[] = [];
  const worksheets: CalculatingWorksheet[] = [];
  const rows = new Map<number, RowOnWorksheet>();
  let tables = 0;
  for (const sheet of listSheets(root, related)) {
    const { name } = sheet;
    const own = { name, tablesBefore: tables, anchors: anchors && anchors.on(name) };
    const read = readSheet(parts, sheet, context, own);
    const isAdded = carried !== null && own.anchors === null;
    if (isAdded && beginsWithOverview(read)) {
      notes.push(noteOn(sheet, '由各张表汇总而成，不另读入', lines.length + 1));
      continue;
    }
    if (!carried && lines.length > 0 && read.lines.length > 0) lines.push({ text: '' });
    notes.push(...read.remarks.map((remark) => noteOn(sheet, remark, lines.length + 1)));
    notes.push(...read.beside.map(({ line, text }) => besideLine(lines.length + line + 1, text)));
    worksheets.push({ name, line: lines.length + 1, rows: read.rows });
    for (const [line, place] of read.rowPlaces) {
      rows.set(lines.length + line + 1, { ...place, worksheet: name });
    }
    lines.push(...(isAdded ? asHeaded(read.lines) : read.lines));
    tables += read.tables;
  }
  // A document ends with a blank paragraph that belongs to no sheet.
  const ends = carried ? [{ text: '' }] : [];
  return {
    lines: numbered([...lines, ...ends]),
    notes,
    ...(carried && { carried }),
    ...(context.calculates && { calculations: { worksheets, rows } })
  };
}

/** Whether a worksheet has a formula. */
function calculates(parts: Parts): boolean {
  return [...parts].some(
    ([path, part]) => path.endsWith('.xml') && /<(?:\w+:)?f[\s>]/.test(partText(part))
  );
}

function countsFrom1904(root: Element): boolean {
  const properties = childOf(root, 'workbookPr');
  const said = properties && attribute(properties, 'date1904');
  return said === '1' || said === 'true';
}

function listSheets(root: Element, related: ReturnType<typeof relationshipsOf>): ListedSheet[] {
  const list = childOf(root, 'sheets');
  return (list ? childrenOf(list, 'sheet') : []).map((sheet) => {
    const id = attribute(sheet, 'r:id') ?? attribute(sheet, 'id');
    const relationship = related.find((one) => one.id === id);
    return {
      name: attribute(sheet, 'name') ?? '',
      kind: relationship?.kind ?? '',
      part: relationship?.part ?? '',
      hidden: !['visible', undefined].includes(attribute(sheet, 'state'))
    };
  });
}

function readSheet(
  parts: Parts,
  { kind, part, hidden }: ListedSheet,
  context: CellContext,
  own: SheetContext
): ReadWorksheet {
  if (kind !== 'worksheet') return leftOutWhole('不是表格，没有读入');
  const worksheet = readPart(parts, part, (root) => readWorksheet(root, context));
  if (!worksheet) return leftOutWhole('在文件里缺失，没有读入');
  const read = cellLines(worksheet, own);
  return {
    ...read,
    rows: worksheet.rows,
    remarks: [
      ...(hidden ? ['是隐藏的工作表，已一并读入'] : []),
      ...remarksOn(worksheet),
      ...leftOut(parts, part),
      ...read.remarks
    ]
  };
}

/** Whether a sheet is 指标总表 or 项目总表. */
function beginsWithOverview({ lines: [first] }: ReadWorksheet): boolean {
  return first !== undefined && beginsOverview({ ...first, number: 1 });
}

/** So deep that it is no part of a paper and no section. */
const ADDED_LEVEL = 9;

/** The lines of a sheet that was added to an exported file, kept apart from those of the sheet before. */
function asHeaded([first, ...others]: readonly UnnumberedLine[]): UnnumberedLine[] {
  if (!first) return [];
  return [first.row ? first : { ...first, level: ADDED_LEVEL }, ...others];
}

function leftOutWhole(remark: string): ReadWorksheet {
  return {
    lines: [],
    tables: 0,
    remarks: [remark],
    beside: [],
    rowPlaces: new Map(),
    rows: []
  };
}

function besideLine(line: number, text: string): Note {
  return { kind: 'unplaced', line, text, place: {} };
}

function noteOn({ name }: ListedSheet, remark: string, line: number): Note {
  const lost = /没有读入|留空|错误/.test(remark);
  return { kind: lost ? 'unknown' : 'recognised', line, text: `“${name}”${remark}。`, place: {} };
}
