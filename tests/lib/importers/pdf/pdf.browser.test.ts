import { expect, test, vi } from 'vitest';
import { importInWorker } from '#lib/importers/in-worker.ts';
import { pdfFile, plainTable, textAt } from '#tests/support/pdf-file.ts';

// Its code is large, and not yet made small when tests are run.
vi.setConfig({ testTimeout: 60_000 });

test('a PDF is read in the Worker of an import, fonts that are not embedded too', async () => {
  const table = plainTable([60, 160, 260, 360, 420, 480, 540], 100, [
    ['一级指标', '二级指标', '三级指标', '绩效指标描述', '指标值', '指标值确定依据'],
    ['产出指标', '数量指标', '清淤长度', '清淤河道总长', '≥12公里', '实施方案']
  ]);
  const bytes = pdfFile([{ content: textAt(60, 80, '1.河道清淤绩效目标表') + table }]);

  const result = await importInWorker(new File([bytes], '绩效.pdf'));

  expect(result).toMatchObject({
    ok: true,
    workbook: {
      sheets: [
        {
          title: '河道清淤绩效目标表',
          rows: [{ cells: { level3: '清淤长度', target: '≥12公里' } }]
        }
      ]
    }
  });
});

test('a damaged PDF is refused there, and nothing is asked of the page', async () => {
  const bytes = new TextEncoder().encode('%PDF-1.7\n%%EOF\n');

  expect(await importInWorker(new File([bytes], '绩效.pdf'))).toMatchObject({
    ok: false,
    reason: 'damaged-pdf'
  });
});
