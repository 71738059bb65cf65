import { halfWidthFormula } from './written.ts';

/** A function that is offered while a formula is typed. */
export interface FormulaFunction {
  readonly name: string;
  /** How it is called, in the words of WPS. */
  readonly call: string;
  /** What it does. */
  readonly does: string;
}

const FUNCTIONS: readonly (readonly [call: string, does: string])[] = [
  ['SUM(数值1, …)', '求和'],
  ['SUMIF(区域, 条件, [求和区域])', '对满足条件的单元格求和'],
  ['SUMIFS(求和区域, 区域1, 条件1, …)', '对满足多个条件的单元格求和'],
  ['SUMPRODUCT(数组1, …)', '乘积之和'],
  ['AVERAGE(数值1, …)', '平均值'],
  ['AVERAGEIF(区域, 条件, [平均值区域])', '满足条件的单元格的平均值'],
  ['AVERAGEIFS(平均值区域, 区域1, 条件1, …)', '满足多个条件的单元格的平均值'],
  ['COUNT(值1, …)', '数字的个数'],
  ['COUNTA(值1, …)', '非空单元格的个数'],
  ['COUNTBLANK(区域)', '空单元格的个数'],
  ['COUNTIF(区域, 条件)', '满足条件的单元格的个数'],
  ['COUNTIFS(区域1, 条件1, …)', '满足多个条件的单元格的个数'],
  ['MAX(数值1, …)', '最大值'],
  ['MIN(数值1, …)', '最小值'],
  ['ROUND(数值, 小数位数)', '四舍五入'],
  ['ROUNDUP(数值, 小数位数)', '向上舍入'],
  ['ROUNDDOWN(数值, 小数位数)', '向下舍入'],
  ['INT(数值)', '向下取整'],
  ['ABS(数值)', '绝对值'],
  ['MOD(数值, 除数)', '余数'],
  ['IF(条件, 真值, [假值])', '按条件取值'],
  ['IFS(条件1, 值1, …)', '按第一个满足的条件取值'],
  ['IFERROR(值, 出错时的值)', '出错时取另一个值'],
  ['AND(条件1, …)', '所有条件都满足'],
  ['OR(条件1, …)', '有一个条件满足'],
  ['NOT(条件)', '条件不满足'],
  ['VLOOKUP(查找值, 区域, 列数, [近似])', '在区域第一列查找，取同一行的值'],
  ['HLOOKUP(查找值, 区域, 行数, [近似])', '在区域第一行查找，取同一列的值'],
  [
    'XLOOKUP(查找值, 查找区域, 结果区域, [未找到时], [匹配方式], [搜索方式])',
    '在一个区域查找，取另一个区域的值'
  ],
  ['INDEX(区域, 行, [列])', '区域中某行某列的值'],
  ['MATCH(查找值, 区域, [方式])', '查找值在区域中的位置'],
  ['TEXT(值, 格式)', '把数值按格式变成文本'],
  ['VALUE(文本)', '把文本变成数值'],
  ['LEFT(文本, [字数])', '左边的几个字'],
  ['RIGHT(文本, [字数])', '右边的几个字'],
  ['MID(文本, 开始, 字数)', '中间的几个字'],
  ['LEN(文本)', '字数'],
  ['FIND(查找文本, 文本, [开始])', '文本所在的位置'],
  ['SUBSTITUTE(文本, 旧文本, 新文本, [第几个])', '替换文本'],
  ['TRIM(文本)', '去掉多余的空格'],
  ['CONCAT(文本1, …)', '连接文本'],
  ['TEXTJOIN(分隔符, 忽略空值, 文本1, …)', '用分隔符连接文本'],
  ['DATE(年, 月, 日)', '由年月日组成日期'],
  ['YEAR(日期)', '年份'],
  ['MONTH(日期)', '月份'],
  ['DAY(日期)', '日'],
  ['TODAY()', '今天的日期'],
  ['DATEDIF(开始, 结束, 单位)', '两个日期之间的天数、月数或年数'],
  ['EDATE(日期, 月数)', '几个月之后的日期'],
  ['EOMONTH(日期, 月数)', '几个月之后那个月的最后一天'],
  ['WEEKDAY(日期, [方式])', '星期几'],
  ['NETWORKDAYS(开始, 结束, [假日])', '两个日期之间的工作日'],
  ['MAXIFS(最大值区域, 区域1, 条件1, …)', '满足条件的最大值'],
  ['MINIFS(最小值区域, 区域1, 条件1, …)', '满足条件的最小值'],
  ['LARGE(区域, 第几个)', '第几大的值'],
  ['SMALL(区域, 第几个)', '第几小的值'],
  ['RANK(数值, 区域, [次序])', '数值在区域中的名次'],
  ['MEDIAN(数值1, …)', '中位数'],
  ['PRODUCT(数值1, …)', '乘积'],
  ['SUBTOTAL(功能, 区域1, …)', '分类汇总'],
  ['TRUNC(数值, [小数位数])', '截去小数'],
  ['CEILING(数值, 倍数)', '向上取倍数'],
  ['FLOOR(数值, 倍数)', '向下取倍数'],
  ['POWER(数值, 次方)', '乘方'],
  ['SQRT(数值)', '平方根'],
  ['QUOTIENT(被除数, 除数)', '商的整数部分'],
  ['SIGN(数值)', '正负号'],
  ['EVEN(数值)', '向上取偶数'],
  ['ODD(数值)', '向上取奇数'],
  ['GCD(数值1, …)', '最大公约数'],
  ['SUMSQ(数值1, …)', '平方和'],
  ['STDEV(数值1, …)', '标准偏差'],
  ['VAR(数值1, …)', '方差'],
  ['SWITCH(值, 情况1, 结果1, …)', '按情况取结果'],
  ['CHOOSE(序号, 值1, …)', '按序号取值'],
  ['IFNA(值, 未找到时)', '未找到时取另一个值'],
  ['ISNUMBER(值)', '是否数字'],
  ['ISTEXT(值)', '是否文本'],
  ['ISBLANK(单元格)', '是否空单元格'],
  ['ISERROR(值)', '是否错误'],
  ['EXACT(文本1, 文本2)', '两个文本是否完全相同'],
  ['SEARCH(查找文本, 文本, [开始])', '文本所在的位置，不分大小写'],
  ['REPLACE(文本, 开始, 字数, 新文本)', '替换某处的几个字'],
  ['REPT(文本, 次数)', '重复文本'],
  ['UPPER(文本)', '变成大写字母'],
  ['LOWER(文本)', '变成小写字母'],
  ['PROPER(文本)', '每个词首字母大写'],
  ['CONCATENATE(文本1, …)', '连接文本'],
  ['ROW([单元格])', '行号'],
  ['COLUMN([单元格])', '列号'],
  ['ROWS(区域)', '行数'],
  ['COLUMNS(区域)', '列数']
];

/** The functions that are offered, the most used first. */
export const FORMULA_FUNCTIONS: readonly FormulaFunction[] = FUNCTIONS.map(([call, does]) => ({
  name: call.slice(0, call.indexOf('(')),
  call,
  does
}));

/** A beginning of a name before the caret, and the functions that begin so. */
export interface FunctionOffer {
  /** Where the name begins in the formula. */
  readonly from: number;
  readonly functions: readonly FormulaFunction[];
}

/** The functions whose names begin with the letters before the caret of a formula; null where there are none. */
export function functionsAt(formula: string, caret: number): FunctionOffer | null {
  const before = formula.slice(0, caret);
  const [word = ''] = /[A-Za-z]+$/.exec(before) ?? [];
  const from = caret - word.length;
  const quotes = before.match(/["“”]/g)?.length ?? 0;
  if (word === '' || quotes % 2 === 1 || /[$\p{L}\p{N}!.]/u.test(before.charAt(from - 1)))
    return null;
  const wanted = word.toUpperCase();
  const functions = FORMULA_FUNCTIONS.filter(({ name }) => name.startsWith(wanted));
  return functions.length > 0 ? { from, functions } : null;
}

/** A function that is being called at the caret, and its arguments in words. */
export interface FunctionCall {
  readonly name: string;
  readonly words: readonly string[];
  /** The word for the argument that the caret is in; behind the last one it is the last. */
  readonly at: number;
  readonly does: string;
}

/** The function within whose brackets the caret of a formula stands; null where there is none that is offered. */
export function callAt(formula: string, caret: number): FunctionCall | null {
  const open: { readonly name: string; argument: number }[] = [];
  const before = halfWidthFormula(formula).slice(0, caret);
  for (const [token, name] of before.matchAll(/"(?:[^"]|"")*"?|([A-Za-z.]*)\(|[),]/g)) {
    const call = open.at(-1);
    if (name !== undefined) open.push({ name: name.toUpperCase(), argument: 0 });
    else if (token === ')') open.pop();
    else if (token === ',' && call) call.argument += 1;
  }
  const call = open.at(-1);
  const found = FORMULA_FUNCTIONS.find(({ name }) => name === call?.name);
  if (!call || !found) return null;
  const words = found.call.slice(found.name.length + 1, -1).split(', ');
  const at = Math.min(call.argument, words.length - 1);
  return { name: found.name, words, at, does: found.does };
}
