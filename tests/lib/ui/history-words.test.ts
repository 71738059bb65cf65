import { expect, test } from 'vitest';
import { summaryWords } from '#lib/ui/history-words.ts';

const NOTHING = {
  texts: 0,
  rowsAdded: 0,
  rowsDeleted: 0,
  rowsRestored: 0,
  sheetsAdded: 0,
  sheetsDeleted: 0,
  sheetsRestored: 0,
  takenBack: 0,
  sheets: 0
};

test('what somebody did in a period is said in one line, and nothing of what they did not', () => {
  expect(summaryWords({ ...NOTHING, texts: 37, rowsAdded: 2, sheets: 3 })).toBe(
    '37 处修改，新增 2 行，涉及 3 张表'
  );
  expect(summaryWords({ ...NOTHING, sheetsDeleted: 1, takenBack: 2, sheets: 1 })).toBe(
    '删除 1 张表，撤销和恢复 2 步，涉及 1 张表'
  );
  expect(summaryWords(NOTHING)).toBe('');
});
