import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mentionsIn, nameBegun, stretchesOf } from '#lib/model/comment-mention.ts';

describe('mentions in a comment', () => {
  it('are the longest names that follow an @, each once', () => {
    const names = ['王芳', '王芳菲', '李明'];
    expect(mentionsIn('请@王芳菲看一下，@李明也看，＠李明', names)).toEqual(['王芳菲', '李明']);
    expect(mentionsIn('请@王芳看一下', names)).toEqual(['王芳']);
    expect(mentionsIn('邮箱 a@b.cn，王芳没有被提到', names)).toEqual([]);
    expect(mentionsIn('@', ['', '王芳'])).toEqual([]);
  });

  it('are set apart from the words around them', () => {
    expect(stretchesOf('请@王芳改成95%', ['王芳'])).toEqual([
      { text: '请', mention: null },
      { text: '@王芳', mention: '王芳' },
      { text: '改成95%', mention: null }
    ]);
  });

  it('leave the text what it was, whatever it is and whoever is known', () => {
    const piece = fc.constantFrom('@', '＠', '王', '芳', '菲', ' ', '<b>', 'a');
    const text = fc.array(piece, { maxLength: 20 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(text, fc.array(text), (words, names) => {
        const stretches = stretchesOf(words, names);
        expect(stretches.map((one) => one.text).join('')).toBe(words);
        for (const { mention } of stretches) if (mention !== null) expect(names).toContain(mention);
      })
    );
  });

  it('are begun from the @ before the caret', () => {
    expect(nameBegun('请@王')).toBe('王');
    expect(nameBegun('请@')).toBe('');
    expect(nameBegun('请@王芳 看')).toBeNull();
    expect(nameBegun('没有')).toBeNull();
  });
});
