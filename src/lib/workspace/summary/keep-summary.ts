import type { Problem } from '#lib/model/problem.ts';
import { tallyProblems, type TallyLine } from '#lib/model/problem-tally.ts';
import { SUMMARY_VERSION, summaryOf } from '#lib/model/summary/summary.ts';
import { writeSummary } from '#lib/model/summary/summary-text.ts';
import type { Workbook } from '#lib/model/workbook.ts';
import { keepIndicators } from '../offers/device-indicators.ts';
import type { Catalogue, StoredSummary } from '#lib/storage/catalogue.ts';

/**
 * Keeps what 汇总 counts of a workbook whose entry has just been written. Where the device does not keep
 * it, nothing is lost: 汇总 finds that it is out of date and counts the workbook anew.
 */
export async function keepSummary(
  catalogue: Catalogue,
  workbook: Workbook,
  problems: readonly Problem[]
): Promise<void> {
  await keepIndicators(workbook);
  try {
    const entry = await catalogue.get(workbook.id);
    if (!entry) return;
    const stored = storedSummary(workbook, tallyProblems(problems), entry.editedAt);
    await catalogue.putSummaries([stored]);
  } catch {
    // The catalogue has the workbook all the same.
  }
}

/** A summary as the device keeps it. `editedAt` is what the entry of the workbook says, ISO 8601. */
export function storedSummary(
  workbook: Workbook,
  problems: readonly TallyLine[],
  editedAt: string
): StoredSummary {
  const text = writeSummary(summaryOf(workbook, problems));
  return { id: workbook.id, version: SUMMARY_VERSION, editedAt, text };
}
