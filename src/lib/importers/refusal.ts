/** Why a file is not imported, and the sentence that says what it is and what to do. */
const SENTENCES = {
  empty: '这个文件是空的，请换一个有内容的文件。',
  binary: '这个文件不是文本、Word、Excel 或 PDF，无法读取；请换一个文件。',
  'too-large': '这个文件太大，不像是一份绩效文本；请只导入绩效文本所在的文件。',
  'no-paper': '这个文件里没有找到绩效目标表或绩效目标的文字部分，请检查是否选错了文件。',
  damaged: '这个工作簿文件已损坏或不是绩表的工作簿，请换用原来导出的文件。',
  'damaged-pdf':
    '这个 PDF 已损坏，无法读取；请用阅读软件打开它，另存一份，或者重新取得这个文件，再导入。',
  scan: '这个 PDF 里没有文字，可能是扫描件；请用 WPS 或扫描软件做文字识别（OCR），另存为 Word 文件或带文字的 PDF，再导入。',
  'too-many-pages': '这个 PDF 超过 2000 页，不像是一份绩效文本；请只导入绩效文本所在的部分。',
  'too-slow': '这个文件读了一分钟还没有读完，已停止；请只导入绩效文本所在的部分。',
  truncated: '这个文件不完整，可能没有下载完或复制完；请重新取得这个文件后再导入。',
  'damaged-package': '这个文件已损坏，无法读取；请在 WPS 或 Office 中打开并另存一份，再导入。',
  bomb: '这个文件解开后大得不正常，没有读取；请在 WPS 或 Office 中打开并另存一份，再导入。',
  encrypted: '这个文件设了密码，无法读取；请打开它，去掉密码后另存，再导入。',
  'old-word': '这是旧版 Word 或 WPS 文字的文件（.doc、.wps）；请打开它，另存为 .docx，再导入。',
  'old-excel': '这是旧版 Excel 或 WPS 表格的文件（.xls、.et）；请打开它，另存为 .xlsx，再导入。',
  'binary-excel': '这是 Excel 的二进制文件（.xlsb）；请打开它，另存为 .xlsx，再导入。',
  'old-office': '这是旧版 Office 或 WPS 的文件；请打开它，另存为 .docx 或 .xlsx，再导入。',
  'open-document':
    '这是 OpenDocument 文件（.odt、.ods）；请打开它，另存为 .docx 或 .xlsx，再导入。',
  ofd: '这是 OFD 版式文件；请在阅读软件中转换为 PDF 或 Word，再导入。',
  zip: '这是一个压缩包；请先解压，再导入其中的文件。',
  rtf: '这是 RTF 文件；请用 Word 或 WPS 打开它，另存为 .docx，再导入。',
  'wrong-ending':
    '这个文件的内容与扩展名不符，可能改过名或没有下载完；请找到原来的文件，或在 WPS、Office 中打开后另存，再导入。',
  slides: '这是演示文稿，不是绩效文本；请导入 Word、Excel、PDF 或文本文件。'
} as const;

/** Why a file is not imported. */
export type RefusalReason = keyof typeof SENTENCES;

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

/** The refusal of a file for a reason. */
export function refuse(reason: RefusalReason): Refusal {
  return { ok: false, reason, sentence: SENTENCES[reason] };
}

/** The refusal of a file that is too large to be read, from its size alone; null where it is not. */
export function refuseSize(bytes: number): Refusal | null {
  return bytes > MAX_BYTES ? refuse('too-large') : null;
}
