import { packArchive, type NamedFile } from '../batch/archive.ts';
import type { UnitPapers } from './by-unit.ts';
import { unpackPaperReview, type PackedReview } from './paper-review.ts';
import type { ReviewFormat } from './review-formats.ts';
import { layOutReview } from './review.ts';

/** One review sheet for each unit over all its papers, named after the units. */
export async function unitReviews(
  units: readonly UnitPapers<PackedReview>[],
  { extension, write }: ReviewFormat
): Promise<NamedFile[]> {
  const files: NamedFile[] = [];
  for (const { name, papers } of units) {
    const bytes = await write(layOutReview(papers.map(unpackPaperReview)));
    files.push({ name: `${name} 审核意见`, extension, bytes });
  }
  return files;
}

/** The review sheet of one unit, or an archive of those of several. */
export async function exportUnitReviews(
  units: readonly UnitPapers<PackedReview>[],
  format: ReviewFormat
): Promise<Uint8Array<ArrayBuffer>> {
  const files = await unitReviews(units, format);
  return files.length === 1 ? files[0]!.bytes : packArchive(files);
}
