/** Why a file is not imported. */
export type RefusalReason =
  'empty' | 'binary' | 'too-large' | 'no-paper' | 'unsupported' | 'damaged' | 'too-slow';

/** A file that is not imported, and one sentence that says what it is and what to do. */
export interface Refusal {
  readonly ok: false;
  readonly reason: RefusalReason;
  readonly sentence: string;
}

/** The largest file that is read: 50 MB. The largest real papers are below 1 MB. */
export const MAX_BYTES = 50 * 1024 * 1024;

/** The longest text that is read, in UTF-16 code units; each of its lines may cost a note. */
export const MAX_LENGTH = 10_000_000;

const SENTENCES: Readonly<Record<RefusalReason, string>> = {
  empty: '这个文件是空的，请换一个有内容的文件。',
  binary: '这个文件不是文本，无法读取；请打开原文件，另存为纯文本（.txt）后再导入。',
  'too-large': '这个文件太大，不像是一份绩效文本；请只导入绩效文本所在的文件。',
  'no-paper': '这个文件里没有找到绩效目标表或绩效目标的文字部分，请检查是否选错了文件。',
  unsupported:
    '暂时不能直接导入 Word、Excel、PDF 文件；请另存为纯文本（.txt），或复制其中的表格后粘贴。',
  damaged: '这个工作簿文件已损坏或不是绩表的工作簿，请换用原来导出的文件。',
  'too-slow': '这个文件读了一分钟还没有读完，已停止；请只导入绩效文本所在的部分。'
};

/** The refusal of a file for a reason. */
export function refuse(reason: RefusalReason): Refusal {
  return { ok: false, reason, sentence: SENTENCES[reason] };
}

/** The refusal of a file that is too large to be read, from its size alone; null where it is not. */
export function refuseSize(bytes: number): Refusal | null {
  return bytes > MAX_BYTES ? refuse('too-large') : null;
}
