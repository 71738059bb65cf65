import { describe, expect, test } from 'vitest';
import { importText } from '#lib/importers/import.ts';
import { LONGEST_TEXT } from '#lib/model/text-limits.ts';

const SECTIONS = [
  '第一部分 部门整体绩效目标',
  '一、总体绩效目标',
  '保障全县防汛安全。',
  '二、分项绩效目标',
  '完成河道清淤。',
  '三、工作保障措施',
  '按月通报进度。'
];

function imported(...lines: readonly string[]) {
  const result = importText(lines.join('\n'));
  if (!result.ok) throw new Error(result.sentence);
  return result;
}

const unplaced = ({ notes }: ReturnType<typeof imported>) =>
  notes.filter(({ kind }) => kind === 'unplaced').map(({ text }) => text);

describe('the cover of a paper', () => {
  test('is kept line by line, but for title and department', () => {
    const read = imported(
      '秘密',
      '青泉县水务局 2026 年部门预算绩效文本',
      '青泉县水务局 编制',
      '青泉县财政局 审核',
      '编制人：李会计\t审核人：王科长',
      '2025年11月',
      ...SECTIONS
    );
    expect(read.workbook).toMatchObject({
      title: '青泉县水务局2026年部门预算绩效文本',
      department: '青泉县水务局',
      cover: '秘密\n青泉县财政局审核\n编制人：李会计审核人：王科长\n2025年11月'
    });
    expect(unplaced(read)).toEqual([]);
  });

  test('may name the department behind a label', () => {
    const read = imported(
      '2026年部门预算绩效文本',
      '编制单位：青泉县水务局',
      '负责人：',
      ...SECTIONS
    );
    expect(read.workbook).toMatchObject({ department: '青泉县水务局', cover: '负责人：' });
  });

  test('ends where prose begins, which is no part of it', () => {
    const read = imported(
      '青泉县水务局2026年部门预算绩效文本',
      '青泉县水务局编制',
      '本文本依据上级要求编写。各科室均已参与。',
      '前言',
      ...SECTIONS
    );
    expect(read.workbook.cover).toBe('');
    expect(unplaced(read)).toEqual(['本文本依据上级要求编写。各科室均已参与。', '前言']);
  });

  test('is none where lines above a table only look like a title', () => {
    const read = imported('2026年部门预算绩效自查', '单位：万元', '补充说明', ...SECTIONS);
    expect(read.workbook.cover).toBe('');
    expect(unplaced(read)).toEqual(['单位：万元', '补充说明']);
  });
});

describe('the 目录 of a paper', () => {
  test('is kept as printed, an entry on a line, its page behind a tab', () => {
    const { workbook, notes } = imported(
      '目 录',
      '第一部分 部门整体绩效目标',
      '一、总体绩效目标.....\t1',
      '二、分项绩效目标……2',
      '三、工作保障措施',
      '',
      ...SECTIONS
    );
    expect(workbook.contents).toBe(
      '第一部分 部门整体绩效目标\n一、总体绩效目标\t1\n二、分项绩效目标\t2\n三、工作保障措施'
    );
    expect(notes).toContainEqual({ kind: 'recognised', line: 1, text: '目录，5 行。', place: {} });
  });

  test('joins an entry that was broken over two lines', () => {
    const { workbook } = imported(
      '目录',
      '第一部分',
      '部门整体绩效目标.......1',
      '一、总体绩效目标.......1',
      '二、分项绩效目标.......1',
      '三、工作保障措施.......2',
      '1.（上年结转）村级河道管护员',
      '补助资金绩效目标表.......3',
      '',
      ...SECTIONS
    );
    expect(workbook.contents).toBe(
      [
        '第一部分 部门整体绩效目标\t1',
        '一、总体绩效目标\t1',
        '二、分项绩效目标\t1',
        '三、工作保障措施\t2',
        '1.（上年结转）村级河道管护员补助资金绩效目标表\t3'
      ].join('\n')
    );
  });

  test('is empty where a whole paper has none, and the program’s where only a part was read', () => {
    expect(imported(...SECTIONS).workbook.contents).toBe('');
    expect(imported(...SECTIONS.slice(0, 3)).workbook.contents).toBeNull();
  });

  test('that is longer than a text may be loses its end to the notes', () => {
    const entries = Array.from({ length: 1000 }, (_, at) => `${at % 90}.河道清淤${at}......${at}`);
    const read = imported(
      '目录',
      '一、总体绩效目标',
      ...entries,
      '',
      '一、总体绩效目标',
      '保安全。'
    );
    const kept = read.workbook.contents!.split('\n');
    expect(new TextEncoder().encode(read.workbook.contents!).length).toBeLessThan(LONGEST_TEXT);
    expect(kept.length).toBeGreaterThan(300);
    expect(unplaced(read)).toHaveLength(1001 - kept.length);
  });
});
