import { describe, expect, it } from 'vitest';
import { isPiece, keyOf, type MessagePart } from '#lib/messages/translate.ts';
import { compiledEnglish, readEnglish, textsOfTheProgram } from '../../src/messages/english.ts';
import { compiled } from '../../src/messages/extraction.ts';

/** Words of a paper that an English text gives as an example, or a name that it says. */
const QUOTED =
  /“[^”]*”|≥\*公里|公里|青泉县水务局|青泉县财政局审核\n2026年1月|\{对比\}|支出总表|注：无此项预算，空表列示。/g;

const english = readEnglish();
const translated = Object.entries(english).flatMap(([chinese, text]) =>
  text === null ? [] : [[chinese, text] as const]
);
const texts = await textsOfTheProgram();

/** What is filled in and marked up in a text, in any order. */
function slotsOf(text: string): string[] {
  const slots = (part: MessagePart, outer = ''): string[] => {
    if (typeof part === 'string') return [];
    if (typeof part === 'number') return [`${outer}${part}`];
    if ('of' in part) return [];
    const [tag, ...inner] = part;
    return [`<${tag}>`, ...inner.flatMap((piece) => slots(piece, `${outer}${tag}/`))];
  };
  const message = compiled(text);
  return typeof message === 'string' ? [] : message.flatMap((part) => slots(part)).sort();
}

describe('the English catalogue', () => {
  it('has every text of the program, and none that it no longer says', () => {
    expect(Object.keys(english)).toEqual(texts);
    expect(texts.length).toBeGreaterThan(1000);
  });

  it('leaves no text for later', () => {
    expect(translated.filter(([, text]) => text === '')).toEqual([]);
  });

  it('fills in and marks up what the Chinese does', () => {
    for (const [chinese, text] of translated) {
      expect(slotsOf(text), chinese).toEqual(slotsOf(chinese));
    }
  });

  it('counts what it fills in, in each piece by itself', () => {
    const counted = translated.filter(([, text]) => /\{\d:/.test(text));
    expect(counted.length).toBeGreaterThan(50);
    const look = (parts: readonly MessagePart[], chinese: string) => {
      for (const part of parts) {
        if (isPiece(part)) look(part.slice(1), chinese);
        else if (typeof part === 'object') expect(parts, chinese).toContain(part.of);
      }
    };
    for (const [chinese, text] of counted) look(compiled(text) as readonly MessagePart[], chinese);
  });

  it('is English but for what it quotes', () => {
    const chinese = /[\p{Script=Han}，。；：、（）！？]/u;
    const mixed = translated.filter(([, text]) => chinese.test(text.replaceAll(QUOTED, '')));
    expect(mixed).toEqual([]);
  });

  it('is found by what the program says', () => {
    const carried = new Map(compiledEnglish(english));
    expect(carried.get(keyOf(compiled('第 {0} 行')))).toEqual(['Row ', 0]);
    expect(carried.get(keyOf(compiled('{0} 行')))).toEqual([
      0,
      ' ',
      { of: 0, one: 'row', many: 'rows' }
    ]);
    expect(carried.has('单位编码')).toBe(false);
  });
});
