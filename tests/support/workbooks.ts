import { createRow, createSheet, createWorkbook } from '#lib/model/create.ts';
import type { Sheet, Workbook } from '#lib/model/workbook.ts';

/** A project sheet with three indicators, whose ids are `<id>-r1` … */
export function projectSheet(id: string, given: Partial<Sheet> = {}): Sheet {
  const rows = [
    ['产出指标', '数量指标', '清淤河道长度', '全年完成清淤的河道长度', '≥12公里', '年度施工计划'],
    ['产出指标', '质量指标', '断面验收合格率', '验收合格断面的比例', '≥95%', '验收规范'],
    ['效益指标', '社会效益指标', '受益村庄数量', '行洪条件改善的村庄', '≥18个', '防汛预案']
  ].map(([level1, level2, level3, description, target, basis], index) =>
    createRow(
      {
        level1: level1!,
        level2: level2!,
        level3: level3!,
        description: description!,
        target: target!,
        basis: basis!
      },
      `${id}-r${index + 1}`
    )
  );
  return createSheet('project', {
    id,
    title: '河道清淤专项经费绩效目标表',
    number: '1.',
    fields: { projectName: '河道清淤专项经费', budget: '36.00', usage: '用于河道清淤。', goal: '' },
    rows,
    ...given
  });
}

/** A workbook of one prose section and two project sheets, `p1` and `p2`. */
export function smallWorkbook(): Workbook {
  const prose = createSheet('text', {
    id: 's1',
    number: '一、',
    title: '总体绩效目标',
    fields: { body: '年内完成河道清淤，确保安全度汛。' }
  });
  const second = projectSheet('p2', { number: '2.', title: '节水宣传经费绩效目标表' });
  return createWorkbook({
    title: '青泉县水务局 2026 年部门预算绩效文本',
    year: 2026,
    department: '青泉县水务局',
    sheets: [prose, projectSheet('p1'), second]
  });
}
