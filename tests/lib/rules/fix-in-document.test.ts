import { describe, expect, it } from 'vitest';
import { createRow, createSheet, createWorkbook } from '#lib/model/create.ts';
import { cellText } from '#lib/model/workbook.ts';
import { check } from '#lib/rules/check.ts';
import { replicasOf, settle, type Replica } from '#tests/support/replicas.ts';

const paper = createWorkbook({
  year: 2024,
  sheets: [
    createSheet('project', {
      id: 's1',
      title: '河道清淤',
      rows: [createRow({ level2: '数量指标', level3: '清淤河段数', target: '≥12段' }, 's1r1')]
    })
  ]
});

function pair(): [Replica, Replica] {
  const [chen, li] = replicasOf(paper, ['chen', 'li']);
  return [chen!, li!];
}

const levels = ({ document }: Replica) =>
  document.workbook.sheets[0]!.rows.map((row) => cellText(row, 'level2'));

function addSatisfaction({ document }: Replica): void {
  const missing = check(document.workbook).find(({ code }) => code === 'missing-satisfaction');
  document.edit(missing!.fixes[0]!.edit);
}

describe('missing-satisfaction, mended in a document,', () => {
  it('is one step of undo', () => {
    const [chen] = pair();
    addSatisfaction(chen);
    expect(levels(chen)).toEqual(['数量指标', '服务对象满意度指标']);
    chen.document.undo();
    expect(levels(chen)).toEqual(['数量指标']);
  });

  it('adds its row again after somebody has deleted it', () => {
    const [chen] = pair();
    addSatisfaction(chen);
    const added = chen.document.workbook.sheets[0]!.rows[1]!.id;
    chen.document.edit({ label: '删除行', changes: [{ do: 'delete', rows: [added] }] });
    addSatisfaction(chen);
    expect(levels(chen)).toEqual(['数量指标', '服务对象满意度指标']);
  });

  it('adds one row where two people mend it at once', () => {
    const [chen, li] = pair();
    addSatisfaction(chen);
    addSatisfaction(li);
    settle([chen, li]);
    expect(levels(chen)).toEqual(['数量指标', '服务对象满意度指标']);
    expect(levels(li)).toEqual(levels(chen));
  });
});
