import { FILE_KINDS, isKnownKind } from '#lib/importers/file-kinds.ts';
import type { Pasted } from '#lib/importers/pasted.ts';

export { isKnownKind, type Pasted };

/** The kinds of file that can be imported, as a person reads them: Word、Excel、PDF … */
export const KNOWN_KINDS = FILE_KINDS.map(({ label }) => label).join('、');

/** The same for the file dialog. */
export const ACCEPTED_ENDINGS = FILE_KINDS.flatMap(({ endings }) => endings).join(',');
