import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { filesByName } from '#lib/exporters/batch/archive.ts';
import { papersByUnit } from '#lib/exporters/review/by-unit.ts';
import {
  packPaperReview,
  reviewPaper,
  type PackedReview
} from '#lib/exporters/review/paper-review.ts';
import { REVIEW_FORMATS } from '#lib/exporters/review/review-formats.ts';
import { unitReviews } from '#lib/exporters/review/unit-reviews.ts';
import { pathFromHere } from './inputs.ts';
import { sentenceOf } from './reading.ts';
import { replaceFile } from './replace-file.ts';
import type { CheckedFile } from './report.ts';

const WORD = REVIEW_FORMATS.find(({ id }) => id === 'docx')!;

/** A folder for the review sheets of the papers that are checked: one for each unit, as Word documents. */
export class ReviewFolder {
  readonly #folder: string;
  readonly #papers: PackedReview[] = [];

  /** @param folder as the person wrote it; made where it is missing */
  constructor(folder: string) {
    this.#folder = folder;
  }

  add({ file, workbook, problems }: CheckedFile): void {
    if (workbook) this.#papers.push(packPaperReview(reviewPaper(workbook, problems, file)));
  }

  /** Writes the review sheets, and says how many; returns whether all could be written. */
  async write(): Promise<boolean> {
    const files = filesByName(await unitReviews(papersByUnit(this.#papers), WORD));
    try {
      await mkdir(pathFromHere(this.#folder), { recursive: true });
      for (const [name, bytes] of files) {
        await replaceFile(pathFromHere(join(this.#folder, name)), bytes);
      }
    } catch (error) {
      console.error(`${this.#folder}：${sentenceOf(error)}`);
      return false;
    }
    console.error(`已把 ${files.size} 份审核意见写入 ${this.#folder}`);
    return true;
  }
}
