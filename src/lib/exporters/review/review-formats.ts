import type { Problem } from '#lib/model/problem.ts';
import type { Workbook } from '#lib/model/workbook.ts';
import { FORMATS } from '../formats.ts';

/** A kind of file that the review sheet can be handed out as. */
export interface ReviewFormat {
  readonly id: 'docx' | 'html';
  /** In the user's words. */
  readonly label: string;
  /** With its dot. */
  readonly extension: string;
  readonly mime: string;
  /** The bytes of the file. The writer is loaded when it is first asked for. */
  write(workbook: Workbook, problems: readonly Problem[]): Promise<Uint8Array<ArrayBuffer>>;
}

/** Every kind of file that the review sheet can be handed out as, in the order of a menu. */
export const REVIEW_FORMATS: readonly ReviewFormat[] = [
  {
    id: 'docx',
    label: '审核意见（Word）',
    ...fileOf('docx'),
    write: async (...given) => (await import('./review-docx.ts')).exportReviewDocx(...given)
  },
  {
    id: 'html',
    label: '审核意见（网页）',
    ...fileOf('html'),
    write: async (...given) => (await import('./review-html.ts')).exportReviewHtml(...given)
  }
];

function fileOf(id: ReviewFormat['id']): Pick<ReviewFormat, 'extension' | 'mime'> {
  const { extension, mime } = FORMATS.find((format) => format.id === id)!;
  return { extension, mime };
}
