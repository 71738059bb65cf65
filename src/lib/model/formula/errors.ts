/** What the library says of a formula that comes back to its own cell; Excel says it in a dialog, and shows 0. */
const CYCLE = '#CIRC!';

/** What the library says of a formula that cannot be read; Excel does not let go of it. */
const UNREADABLE = '#ERROR!';

/** What is shown of errors that Excel has no sign for. */
const WORDS: Readonly<Record<string, string>> = {
  [CYCLE]: '循环引用',
  [UNREADABLE]: '公式有误'
};

const MEANINGS: Readonly<Record<string, string>> = {
  '#DIV/0!': '除数是 0 或空单元格',
  '#N/A': '没有找到要查找的值',
  '#NAME?': '没有这个函数或名称，请检查写法；文字要放在引号里',
  '#NULL!': '两个区域没有共同的单元格，请检查区域之间是否漏了逗号',
  '#NUM!': '数字不合要求，或结果太大、太小',
  '#REF!': '引用的单元格、表或表头项不存在，可能已被删除',
  '#SPILL!': '结果不止一个，一个单元格放不下',
  '#VALUE!': '类型不对，例如文字不能参加加减乘除',
  [CYCLE]: '公式直接或间接引用了它自己，请改掉其中一个引用',
  [UNREADABLE]: '公式写得不完整，请检查括号、逗号和引号'
};

/** A result as it is shown: errors that Excel has no sign for are said in words. */
export function shownError(result: string): string {
  return WORDS[result] ?? result;
}

/** In plain words why a formula comes to this error; null where it is none. */
export function errorMeaning(result: string): string | null {
  return Object.hasOwn(MEANINGS, result) ? MEANINGS[result]! : null;
}
