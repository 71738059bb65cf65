import type { Change } from '#lib/model/edit.ts';
import type { Fix } from '#lib/model/problem.ts';
import { remember } from '#lib/model/remember.ts';
import { cellText, type Row, type Sheet } from '#lib/model/workbook.ts';
import { FIXES } from './fix-labels.ts';
import { indicatorsOf, quantitative, wording } from './indicator.ts';
import { COUNT_WORDS, plainWord } from './measure-words.ts';

/** 覆盖率, 占比; but a 频率 is a count, and 效率 says nothing of either. */
const RATE = /(?<![频效速功])率|占比|比例|百分比/;

/** Counts that are the better the fewer, and so tell of quality. */
const WANTED_FEWER = /事故|差错|错误|投诉|故障|失误|缺陷|违规|误差/;

/** Whether an indicator is a rate, by its target, or by its name where the target counts nothing. */
export const isRate = remember((row: Row): boolean => {
  const unit = quantitative(row)?.unit ?? '';
  if (unit.startsWith('%')) return true;
  return RATE.test(cellText(row, 'level3')) && !COUNT_WORDS.has(plainWord(unit));
});

/** Whether an indicator counts what was delivered. */
export const isCount = remember((row: Row): boolean => {
  const read = quantitative(row);
  if (!read || read.number.isZero() || ['≤', '<'].includes(read.operator)) return false;
  const name = wording(row);
  return COUNT_WORDS.has(plainWord(read.unit)) && !RATE.test(name) && !WANTED_FEWER.test(name);
});

/**
 * The fix that gives the one rate under 数量 and the one count under 质量 each other's levels and
 * places. None where there is more than one of either, since then nobody can say which belong
 * together, nor where the rate is not one by both its name and its target.
 */
export function swapBack(sheet: Sheet): readonly Fix[] {
  const rates = indicatorsOf(sheet, 'quantity').filter(isRate);
  const counts = indicatorsOf(sheet, 'quality').filter(isCount);
  const [rate] = rates;
  const [count] = counts;
  if (!rate || !count || rates.length > 1 || counts.length > 1 || !isPlainRate(rate)) return [];
  const label = FIXES.swapLevels;
  const changes = [...exchangeLevels(rate, count), ...exchangePlaces(sheet, rate, count)];
  return [{ label, edit: { label, changes } }];
}

/** A rate by its name and its target, at home under 质量. */
function isPlainRate(row: Row): boolean {
  const isPercent = quantitative(row)?.unit.startsWith('%') ?? false;
  return isPercent && RATE.test(cellText(row, 'level3'));
}

function exchangeLevels(a: Row, b: Row): readonly Change[] {
  return ['level1', 'level2'].flatMap((column): Change[] =>
    cellText(a, column) === cellText(b, column)
      ? []
      : [
          { do: 'cell', row: a.id, column, text: cellText(b, column) },
          { do: 'cell', row: b.id, column, text: cellText(a, column) }
        ]
  );
}

/** Moves the earlier row behind the later one, and that one to where the earlier stood. */
function exchangePlaces({ id: sheet, rows }: Sheet, a: Row, b: Row): readonly Change[] {
  const [first, second] = rows.indexOf(a) < rows.indexOf(b) ? [a, b] : [b, a];
  const before = rows[rows.indexOf(first) - 1]?.id ?? null;
  return [
    { do: 'move', rows: [first.id], sheet, after: second.id },
    { do: 'move', rows: [second.id], sheet, after: before }
  ];
}
