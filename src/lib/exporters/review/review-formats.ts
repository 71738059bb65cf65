import { FORMATS } from '../formats.ts';
import type { Review } from './review.ts';

/** A kind of file that the review sheet can be handed out as. */
export interface ReviewFormat {
  readonly id: 'docx' | 'html';
  /** In the user's words. */
  readonly label: string;
  /** With its dot. */
  readonly extension: string;
  readonly mime: string;
  /** The bytes of the file. The writer is loaded when it is first asked for. */
  write(review: Review): Promise<Uint8Array<ArrayBuffer>>;
}

/** Every kind of file that the review sheet can be handed out as, in the order of a menu. */
export const REVIEW_FORMATS: readonly ReviewFormat[] = [
  {
    id: 'docx',
    label: '审核意见（Word）',
    ...fileOf('docx'),
    write: async (review) => (await import('./review-docx.ts')).exportReviewDocx(review)
  },
  {
    id: 'html',
    label: '审核意见（网页）',
    ...fileOf('html'),
    write: async (review) => (await import('./review-html.ts')).exportReviewHtml(review)
  }
];

function fileOf(id: ReviewFormat['id']): Pick<ReviewFormat, 'extension' | 'mime'> {
  const { extension, mime } = FORMATS.find((format) => format.id === id)!;
  return { extension, mime };
}
