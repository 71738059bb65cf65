import { overviewPage } from '../xlsx/page.ts';
import { packPages } from '../xlsx/pages-package.ts';
import {
  frequentOverview,
  paperOverview,
  problemOverviews,
  type BatchEntry
} from './batch-overviews.ts';

/**
 * What a check of many files brought as `.xlsx`: 检查结果 with a line for each file, 常见问题 with the
 * rules that spoke, 全部问题 with every problem.
 */
export function exportBatchXlsx(entries: readonly BatchEntry[]): Uint8Array<ArrayBuffer> {
  const overviews = [
    paperOverview(entries),
    frequentOverview(entries),
    ...problemOverviews(entries)
  ];
  return packPages(overviews.map(overviewPage), null);
}
