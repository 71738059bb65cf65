import { afterEach, describe, expect, it } from 'vitest';
import { keyOf, speakEnglish, translate, type Message } from '#lib/messages/translate.ts';

const ROWS: Message = ['第 ', 0, ' 行，共 ', 1, ' 行'];
const COUNT: Message = ['共 ', 0, ' 行'];
const OPEN: Message = ['请', [0, '打开', 0], '工作簿'];

const english = new Map<string, Message>([
  ['错误', 'Error'],
  [keyOf(ROWS), ['Row ', 0, ' of ', 1]],
  [keyOf(COUNT), [0, ' ', { of: 0, one: 'row', many: 'rows' }]],
  [keyOf(OPEN), ['Please ', [0, 'open ', 0], ' the workbook']]
]);

afterEach(() => speakEnglish(new Map()));

describe('a text of the program', () => {
  it('is said as it is written while no English was fetched', () => {
    expect(translate('错误')).toBe('错误');
    expect(translate(ROWS, [3, 17])).toBe('第 3 行，共 17 行');
  });

  it('is said in English once that was fetched, with the same values filled in', () => {
    speakEnglish(english);
    expect(translate('错误')).toBe('Error');
    expect(translate(ROWS, [3, 17])).toBe('Row 3 of 17');
  });

  it('has one form for one and another for all other numbers', () => {
    speakEnglish(english);
    expect([0, 1, 2, 11].map((count) => translate(COUNT, [count]))).toEqual([
      '0 rows',
      '1 row',
      '2 rows',
      '11 rows'
    ]);
  });

  it('stays Chinese where there is no English for it', () => {
    speakEnglish(english);
    expect(translate('预算数')).toBe('预算数');
    expect(translate(['共 ', 0, ' 格'], [2])).toBe('共 2 格');
  });

  it('gives its parts to who marks some of them up', () => {
    expect(translate.c('错误')).toEqual(['错误']);
    speakEnglish(english);
    const [, piece] = translate.c(OPEN);
    expect(piece).toEqual([0, 'open ', 0]);
    expect(translate.x(piece as readonly [number, string, number], ['全部'])).toBe('open 全部');
  });
});
