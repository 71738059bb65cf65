import { expect, it } from 'vitest';
import { pathOf, rememberPath } from '#lib/workspace/file-path.ts';

it('is the path within the folder that was dropped or chosen, or the name alone', () => {
  const dropped = new File([], '文本.docx');
  rememberPath(dropped, '/各单位报送/水务/文本.docx');
  const chosen = Object.assign(new File([], '文本.docx'), {
    webkitRelativePath: '各单位报送/文本.docx'
  });
  const alone = Object.assign(new File([], '教育.docx'), { webkitRelativePath: '' });
  expect([dropped, chosen, alone].map(pathOf)).toEqual([
    '水务/文本.docx',
    '文本.docx',
    '教育.docx'
  ]);
});
