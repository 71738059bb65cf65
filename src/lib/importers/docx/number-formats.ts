const DIGITS = '〇一二三四五六七八九';
const COUNTING = { digits: '零一二三四五六七八九', places: ['', '十', '百', '千'] };
const LEGAL = { digits: '零壹贰叁肆伍陆柒捌玖', places: ['', '拾', '佰', '仟'] };
const STEMS = '甲乙丙丁戊己庚辛壬癸';
const BRANCHES = '子丑寅卯辰巳午未申酉戌亥';

const ROMAN: readonly (readonly [value: number, letters: string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i']
];

/** Numbers above it are written in digits, whatever the format says. */
const LARGEST = 9999;

type Format = (number: number) => string;

const counting: Format = (number) => chinese(number, COUNTING).replace(/^一十/, '十');
const traditional: Format = (number) => STEMS[number - 1] ?? String(number);

/** The formats of numbers in lists (ECMA-376 part 1, 17.18.59) that Chinese papers use. */
const FORMATS: ReadonlyMap<string, Format> = new Map<string, Format>([
  ['decimal', String],
  ['decimalHalfWidth', String],
  ['decimalZero', (number) => String(number).padStart(2, '0')],
  ['decimalFullWidth', (number) => shifted(number, '０')],
  ['decimalFullWidth2', (number) => shifted(number, '０')],
  ['decimalEnclosedCircle', circled],
  ['decimalEnclosedCircleChinese', circled],
  ['decimalEnclosedParen', (number) => within('⑴', 20, number, `(${number})`)],
  ['decimalEnclosedFullstop', (number) => within('⒈', 20, number, `${number}.`)],
  ['ideographEnclosedCircle', (number) => within('㊀', 10, number, counting(number))],
  ['chineseCounting', counting],
  ['chineseCountingThousand', counting],
  ['taiwaneseCounting', counting],
  ['taiwaneseCountingThousand', counting],
  ['japaneseCounting', counting],
  ['ideographDigital', digitByDigit],
  ['japaneseDigitalTenThousand', digitByDigit],
  ['taiwaneseDigital', digitByDigit],
  ['chineseLegalSimplified', (number) => chinese(number, LEGAL)],
  ['ideographLegalTraditional', (number) => chinese(number, LEGAL)],
  ['ideographTraditional', traditional],
  ['ideographZodiac', (number) => BRANCHES[number - 1] ?? String(number)],
  ['upperLetter', (number) => letters(number).toUpperCase()],
  ['lowerLetter', letters],
  ['upperRoman', (number) => roman(number).toUpperCase()],
  ['lowerRoman', roman]
]);

/** A number as a list prints it in a format of Word; in digits where the format is not known. */
export function formatNumber(number: number, format: string): string {
  if (number < 0 || number > LARGEST) return String(number);
  return (FORMATS.get(format) ?? String)(number);
}

/** `二十三`, `一百零五`. */
function chinese(number: number, { digits, places }: typeof COUNTING): string {
  if (number === 0) return digits[0]!;
  const figures = [...String(number)].map(Number);
  return figures
    .map((figure, index) => {
      const place = figures.length - 1 - index;
      if (figure > 0) return digits[figure]! + places[place]!;
      return figures[index + 1] ? digits[0]! : '';
    })
    .join('');
}

function digitByDigit(number: number): string {
  return [...String(number)].map((figure) => DIGITS[Number(figure)]!).join('');
}

function circled(number: number): string {
  if (number > 20 && number <= 35) return shift('㉑', number - 21);
  if (number > 35 && number <= 50) return shift('㊱', number - 36);
  return within('①', 20, number, String(number));
}

/** The character that stands `number - 1` places after the first of a row; `otherwise` beyond the row. */
function within(first: string, count: number, number: number, otherwise: string): string {
  return number >= 1 && number <= count ? shift(first, number - 1) : otherwise;
}

/** Each digit as that of another row of digits. */
function shifted(number: number, zero: string): string {
  return [...String(number)].map((figure) => shift(zero, Number(figure))).join('');
}

function shift(first: string, by: number): string {
  return String.fromCodePoint(first.codePointAt(0)! + by);
}

/** a … z, aa, bb …, as Word counts. */
function letters(number: number): string {
  if (number === 0) return '0';
  const letter = shift('a', (number - 1) % 26);
  return letter.repeat(Math.ceil(number / 26));
}

function roman(number: number): string {
  let left = number;
  return ROMAN.map(([value, text]) => {
    const times = Math.floor(left / value);
    left -= times * value;
    return text.repeat(times);
  }).join('');
}
