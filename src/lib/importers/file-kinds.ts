/** A kind of file that a person may choose to import. */
export interface FileKind {
  /** In the user's words. */
  readonly label: string;
  /** With their dots. The old formats are among them: they are refused with what to do about it. */
  readonly endings: readonly string[];
}

/** The kinds of file that the file dialog offers, in the order in which they are named. */
export const FILE_KINDS: readonly FileKind[] = [
  { label: 'Word', endings: ['.docx', '.docm', '.doc', '.wps', '.rtf'] },
  { label: 'Excel', endings: ['.xlsx', '.xlsm', '.xls', '.et'] },
  { label: 'PDF', endings: ['.pdf'] },
  { label: 'CSV', endings: ['.csv', '.tsv'] },
  { label: '网页', endings: ['.html', '.htm'] },
  { label: '纯文本', endings: ['.txt'] },
  { label: '绩表文件', endings: ['.json'] }
];

/** Whether a file's name ends like one of the kinds that can be chosen. */
export function isKnownKind(name: string): boolean {
  const lower = name.toLowerCase();
  return FILE_KINDS.some(({ endings }) => endings.some((ending) => lower.endsWith(ending)));
}
