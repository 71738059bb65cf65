import type { Note } from '#lib/model/note.ts';
import type { Calculations } from '../source.ts';
import { referenceOf } from '../xlsx/cell-reference.ts';
import { placesOf } from '../xlsx/remarks.ts';
import type { TypingFault } from './typed-formula.ts';

/** A formula of a file that became its value. */
export interface LeftFormula {
  readonly worksheet: string;
  /** As the file names it: `B5`. */
  readonly place: string;
  /** Whether the file keeps no result of it. */
  readonly isBlank: boolean;
  readonly why: TypingFault | 'not-free' | 'otherwise' | 'shown';
}

/** Why formulas became values, in the words of the import report. */
const REASONS: Readonly<Record<LeftFormula['why'], string>> = {
  'not-free': '不在自由表里',
  function: '用了这里没有的函数',
  outside: '引用了没有读入的单元格',
  otherwise: '引用的单元格显示的和实际数值不同',
  place: '要看自己在第几行第几列',
  range: '对整个区域作运算',
  shown: '结果显示成百分比等格式，或四舍五入过',
  unreadable: '写法这里不认'
};

/** What is said of the formulas of a worksheet: how many stay formulas, which became values, and why. */
export function noteFormulas(
  worksheet: string,
  line: number,
  taken: number,
  left: readonly LeftFormula[]
): readonly Note[] {
  const blank = left.filter(({ isBlank }) => isBlank).map(({ place }) => place);
  const valued = left.filter(({ isBlank }) => !isBlank);
  const reasons = (Object.keys(REASONS) as LeftFormula['why'][]).flatMap((why) => {
    const places = valued.filter((one) => one.why === why).map(({ place }) => place);
    return places.length > 0 ? [`${places.length} 个${REASONS[why]}（${placesOf(places)}）`] : [];
  });
  const said = [
    ...(taken > 0 ? [`${taken} 个公式照原样读入`] : []),
    ...(reasons.length > 0 ? [`${valued.length} 个公式存为结果：${reasons.join('，')}`] : [])
  ];
  const text = `“${worksheet}”有 ${said.join('，')}。`;
  return [
    ...(said.length > 0 ? [{ kind: 'recognised', line, text, place: {} } as const] : []),
    ...missingResults(worksheet, line, blank)
  ];
}

/** What is said where only results are taken: which formulas the file keeps no result of. */
export function noteMissingResults({ worksheets }: Calculations): readonly Note[] {
  return worksheets.flatMap(({ name, line, rows }) => {
    const places = rows.flatMap(({ number, cells }) =>
      cells.flatMap(({ column, text, calculated }) =>
        text === '' && calculated && calculated.formula !== null
          ? [referenceOf({ row: number, column })]
          : []
      )
    );
    return missingResults(name, line, places);
  });
}

function missingResults(
  worksheet: string,
  line: number,
  places: readonly string[]
): readonly Note[] {
  if (places.length === 0) return [];
  const text = `“${worksheet}”的单元格 ${placesOf(places)} 是公式，文件里没有存它的结果，留空。`;
  return [{ kind: 'unknown', line, text, place: {} }];
}
