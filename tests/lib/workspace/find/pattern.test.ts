import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { literally, patternOf, type FindOptions } from '#lib/workspace/find/pattern.ts';

const LOOSE: FindOptions = { matchCase: false, wholeText: false, matchWidth: false };
const WHOLE: FindOptions = { ...LOOSE, wholeText: true };

/** What a text holds of what is looked for, piece by piece. */
function found(words: string, text: string, options = LOOSE): string[] {
  const pattern = patternOf(words, options);
  return (pattern?.(text) ?? []).map(([from, to]) => text.slice(from, to));
}

describe('looking for words', () => {
  it('finds each of them once, without overlapping', () => {
    expect(found('清淤', '清淤河道，河道清淤')).toEqual(['清淤', '清淤']);
    expect(found('啊啊', '啊啊啊啊啊')).toEqual(['啊啊', '啊啊']);
  });

  it('finds full-width letters, digits and signs by half-width ones and the other way round', () => {
    expect(found('12%', '完成１２％')).toEqual(['１２％']);
    expect(found('ＡＢ１', 'ab1')).toEqual(['ab1']);
    expect(found('a b', 'Ａ　Ｂ')).toEqual(['Ａ　Ｂ']);
  });

  it('tells widths apart where asked to', () => {
    const options = { ...LOOSE, matchWidth: true };
    expect(found('12%', '12％与12%', options)).toEqual(['12%']);
  });

  it('tells capitals apart only where asked to', () => {
    expect(found('pm2.5', 'PM2.5与pm2.5')).toEqual(['PM2.5', 'pm2.5']);
    expect(found('PM', 'PM2.5与pm2.5', { ...LOOSE, matchCase: true })).toEqual(['PM']);
  });

  it('takes ? for any one sign and * for any number within a line', () => {
    expect(found('≥??公里', '≥12公里，≥3公里')).toEqual(['≥12公里']);
    expect(found('（*）', '甲（一）乙（二）')).toEqual(['（一）', '（二）']);
    expect(found('用于*', '用于清淤\n用于护岸')).toEqual(['用于清淤', '用于护岸']);
    expect(found('清?', '清𠀀淤')).toEqual(['清𠀀']);
  });

  it('takes wildcards behind ~ as they are, and so a text that is proposed', () => {
    expect(found('~*', '3*4')).toEqual(['*']);
    expect(found('是否~？', '是否？')).toEqual([]);
    expect(found('是否？', '是否?')).toEqual(['是否?']);
  });

  it('finds nothing by nothing, nor by asterisks alone', () => {
    expect([patternOf('', LOOSE), patternOf('**', LOOSE)]).toEqual([null, null]);
  });

  it('finds whole texts where asked to', () => {
    expect(found('≥95%', '≥95%', WHOLE)).toEqual(['≥95%']);
    expect(found('≥95%', '≥95%以上', WHOLE)).toEqual([]);
    expect(found('≥*%', '≥95%', WHOLE)).toEqual(['≥95%']);
    expect(found('≥*%', '≥95%以上', WHOLE)).toEqual([]);
    expect(found('*收入*计', '本年收入合计', WHOLE)).toEqual(['本年收入合计']);
    expect(found('??', '合计', WHOLE)).toEqual(['合计']);
  });

  it('takes no longer for many asterisks', () => {
    const begun = performance.now();
    expect(found('a*a*a*a*a*a*a*a*b', 'a'.repeat(20_000))).toEqual([]);
    expect(performance.now() - begun).toBeLessThan(2000);
  });

  it('finds any text by itself, wherever it stands', () => {
    const signs = fc.string({
      unit: fc.constantFrom(...'ab清*?~Ａ％1'),
      minLength: 1,
      maxLength: 8
    });
    fc.assert(
      fc.property(signs, signs, signs, (before, words, after) => {
        const [first] = patternOf(literally(words), LOOSE)!(`${before}${words}${after}`);
        expect(first![0]).toBeLessThanOrEqual(before.length);
        expect(first![1] - first![0]).toBe(words.length);
      })
    );
  });
});
