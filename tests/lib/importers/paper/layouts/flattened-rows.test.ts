import fc from 'fast-check';
import { expect, test } from 'vitest';
import { flattenedRows } from '#lib/importers/paper/layouts/flattened-rows.ts';
import { joinTokens, tokensOf, type Token } from '#lib/importers/paper/layouts/flattened-tokens.ts';

const lineOf = (text: string) => tokensOf({ number: 1, text });
const beside = (...texts: string[]) =>
  texts.map((text, index): Token => ({ text, line: index + 2, at: -1 }));

/** The cells of each row behind the second level, and the strays. */
function read(text: string, ...lines: string[]) {
  const { rows, strays } = flattenedRows(lineOf(text), beside(...lines));
  return {
    rows: rows.map(({ level3, description, target, basis }) =>
      [level3, description, target, basis].map(joinTokens)
    ),
    strays: strays.map((token) => token.text)
  };
}

const WHOLE = '质量指标 合格率 抽检合格的占比 ≥95% 年度计划';
const OTHER = '数量指标 清淤长度 完成清淤的河段 ≥18 公里 年度计划';

test('cells on the line of their second level are found, whichever of target and basis is first', () => {
  expect(read(`${OTHER} 质量指标 合格率 抽检合格的占比 年度计划 ≥95%`)).toEqual({
    rows: [
      ['清淤长度', '完成清淤的河段', '≥18公里', '年度计划'],
      ['合格率', '抽检合格的占比', '≥95%', '年度计划']
    ],
    strays: []
  });
});

test('a cell wrapped above and below its line goes to the row that lacks it', () => {
  const text = `${WHOLE} 全年完成清淤的 数量指标 清淤长度 ≥18 公里 年度计划 主要河段 时效指标 完工期限 按时完工 6月底前 年度计划`;

  expect(read(text).rows[1]).toEqual(['清淤长度', '全年完成清淤的主要河段', '≥18公里', '年度计划']);
  expect(read(text).strays).toEqual([]);
});

test('what stands between two whole rows makes both doubtful, and nothing is kept of their wrapped cells', () => {
  expect(read(`${OTHER} 不知是谁的 ${WHOLE}`)).toEqual({
    rows: [
      ['清淤长度', '', '≥18公里', ''],
      ['合格率', '', '≥95%', '']
    ],
    strays: ['不知是谁的', '完成清淤的河段', '年度计划', '抽检合格的占比', '年度计划']
  });
});

test('half of a title in 《》 is not taken for a basis', () => {
  const text = `${OTHER} ${WHOLE} 社会效益指标 受益农户 灌区内的农户 ≥900 户 管理办法》`;

  expect(read(text).rows.at(-1)).toEqual(['受益农户', '灌区内的农户', '≥900户', '']);
  expect(read(text).strays).toEqual(['管理办法》']);
});

test('a target that stands beside another in two rows is no basis of both', () => {
  const line = '数量指标 清淤长度 ≥95% 质量指标 合格率 ≥95% ≥95% 时效指标 完工率 ≥95% ≥95%';

  expect(read(line)).toEqual({
    rows: [
      ['清淤长度', '', '≥95%', ''],
      ['合格率', '', '≥95%', ''],
      ['完工率', '', '≥95%', '']
    ],
    strays: ['≥95%', '≥95%']
  });
});

test('a row on lines of its own is read where it has just one text for each column', () => {
  const side = ['服务对象满意度指标', '农户满意率', '满意农户占比', '问卷', '≥90%'];

  expect(read(OTHER, ...side).rows.at(-1)).toEqual(['农户满意率', '满意农户占比', '≥90%', '问卷']);
  expect(read(OTHER, ...side.slice(0, 3))).toEqual({
    rows: [['清淤长度', '完成清淤的河段', '≥18公里', '年度计划']],
    strays: side.slice(0, 3)
  });
});

test('every token is in one cell or a stray, whatever stands on the line', () => {
  const word = fc.constantFrom(
    ...['数量指标', '质量指标', '社会效益指标', '≥95%', '6月底前', '年度计划', '年度计划'],
    ...['《甲办法', '乙》', '合格率', '占比', '效果良好', '（', '。']
  );
  fc.assert(
    fc.property(fc.array(word, { maxLength: 40 }), fc.array(word, { maxLength: 8 }), (on, off) => {
      const tokens = lineOf(on.join(' '));
      const { rows, strays } = flattenedRows(tokens, beside(...off));

      const used = [...rows.flatMap((row) => Object.values(row).flat()), ...strays];
      const given = [...tokens, ...beside(...off)];
      const sorted = (all: readonly Token[]) =>
        all.map((t) => `${t.line} ${t.at} ${t.text}`).sort();
      expect(sorted(used)).toEqual(sorted(given));
    }),
    { numRuns: 2000 }
  );
});
