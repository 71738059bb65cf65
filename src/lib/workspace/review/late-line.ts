import type { WorkbookDocument } from '#lib/document/document.ts';
import type { LateEdit } from '#lib/document/late-edits.ts';
import type { Memory } from '#lib/document/memory.ts';
import { ownFieldTitle, readableProperty } from '#lib/model/own-field.ts';
import { placeName, shortSheetName } from '#lib/model/place-name.ts';
import type { Change } from '#lib/model/edit.ts';
import type { Place } from '#lib/model/workbook.ts';
import { rowText, SHEET_TEXTS } from '../history/compared-sheets.ts';

/** A late edit as a line of two columns. */
export interface LateLine {
  readonly where: string;
  /** Where one finds it; null where it is nowhere on screen. */
  readonly place: Place | null;
  /** What was approved, and what came late. */
  readonly was: string;
  readonly late: string;
}

/** What a late edit was about, in the user's words; `shown` reads the formulas that the log and the memory keep. */
export function lateLine(
  { memory, shown }: Pick<WorkbookDocument, 'memory' | 'shown'>,
  { held, late: [late] }: LateEdit
): LateLine {
  switch (held.do) {
    case 'cell': {
      const sheet = memory.sheetOfRow(held.row) ?? '';
      const place = { sheet, row: held.row, column: held.column };
      const [was, now] = [held.text, textOf(late)].map((text) => shown.text(text, sheet));
      return textLine(memory, place, was!, now!);
    }
    case 'field':
      return textLine(memory, held, held.text, textOf(late));
    case 'delete':
      return rowLine(memory, shown, held.rows, (text) => ({
        was: '（没有这一行）',
        late: `新增的行：${text}`
      }));
    case 'restore':
      return rowLine(memory, shown, held.rows, (text) => ({ was: text, late: '（已删除）' }));
    case 'move':
      return rowLine(memory, shown, held.rows, () => ({ was: '', late: '移动了位置' }));
    case 'insert':
      return rowLine(
        memory,
        shown,
        held.rows.map(({ id }) => id),
        (text) => ({ was: text, late: '（已删除）' })
      );
    case 'delete-sheet':
      return sheetLine(memory, held.sheet, '（没有这张表）', '新增的表');
    case 'restore-sheet':
      return sheetLine(memory, held.sheet, '整张表', '（已删除）');
    case 'insert-sheet':
      return sheetLine(memory, held.sheet.id, '整张表', '（已删除）');
    case 'move-sheet':
      return sheetLine(memory, held.sheet, '', '移动了位置');
    case 'columns': {
      const titles = (change: Change | undefined) =>
        change?.do === 'columns' ? change.columns.map(({ title }) => title).join('、') : '';
      return { ...sheetLine(memory, held.sheet, titles(held), titles(late)) };
    }
    case 'sheet': {
      const line = sheetLine(memory, held.sheet, held.text, textOf(late));
      return { ...line, where: `${line.where} · ${SHEET_TEXTS[held.property]}` };
    }
    case 'workbook': {
      const { property } = held;
      const said = (text: string) => readableProperty(property, text);
      const where = `工作簿 · ${ownFieldTitle(property)}`;
      return { where, place: null, was: said(held.text), late: said(textOf(late)) };
    }
    default:
      return { where: '规则设置', place: null, was: '', late: '改了规则设置' };
  }
}

function textOf(change: Change | undefined): string {
  return change && 'text' in change ? change.text : '';
}

function textLine(memory: Memory, at: Place, was: string, late: string): LateLine {
  const { sheet, row, column, field } = at;
  const place = row === undefined ? { sheet, field } : { sheet, row, column };
  const holder = memory.sheetAt(sheet ?? '');
  if (!holder) return { where: '已删除的表', place: null, was, late };
  return { where: `${shortSheetName(holder)} · ${placeName(holder, place)}`, place, was, late };
}

function rowLine(
  memory: Memory,
  shown: WorkbookDocument['shown'],
  rows: readonly string[],
  said: (text: string) => Pick<LateLine, 'was' | 'late'>
): LateLine {
  const [first = ''] = rows;
  const sheet = memory.sheetOfRow(first) ?? '';
  const row = memory.rowAt(first);
  const holder = memory.sheetAt(sheet);
  const gone = memory.isDeleted(first) || memory.isDeleted(sheet);
  const place = gone ? null : { sheet, row: first };
  const count = rows.length > 1 ? `等 ${rows.length} 行` : '';
  const name = holder && place ? ` · ${placeName(holder, place)}` : ' · 整行';
  const where = `${holder ? shortSheetName(holder) : '已删除的表'}${name}${count}`;
  return { where, place, ...said(row ? rowText(shown.row(row, sheet)) : '') };
}

function sheetLine(memory: Memory, id: string, was: string, late: string): LateLine {
  const sheet = memory.sheetAt(id);
  const place = memory.isDeleted(id) || !sheet ? null : { sheet: id };
  return { where: sheet ? shortSheetName(sheet) : '已删除的表', place, was, late };
}
