import { pathOf, rememberPath } from '#lib/workspace/file-path.ts';
import { isKnownKind, type Pasted } from '#lib/workspace/known-kinds.ts';

/** What came by drag and drop or from a chosen folder, and how many files of the dropped folders are no papers. */
export interface Dropped {
  readonly files: readonly File[];
  readonly leftOut: number;
}

/** Whether a drag holds files, as far as the browser tells before they are dropped. */
export function holdsFiles({ dataTransfer }: DragEvent): boolean {
  return dataTransfer?.types.includes('Files') ?? false;
}

/**
 * The files of a drop in the order of their names; of a folder, where the browser gives it, those
 * whose endings are known, whatever lies how deep.
 */
export async function droppedFiles(transfer: DataTransfer): Promise<Dropped> {
  // Both lists are empty as soon as the event is over.
  const files = [...transfer.files];
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry());
  const folders = entries.filter((entry) => entry?.isDirectory) as FileSystemDirectoryEntry[];
  if (folders.length === 0) return { files, leftOut: 0 };
  const single = files.filter(({ name }) => !folders.some((folder) => folder.name === name));
  const inFolders = (await Promise.all(folders.map(filesIn))).flat();
  const { files: known, leftOut } = papersAmong(inFolders);
  return { files: [...single, ...known], leftOut };
}

/** Of the files of a folder those whose endings are known, by their paths, and how many others there are. */
export function papersAmong(inFolder: readonly File[]): Dropped {
  const files = inFolder.filter(({ name }) => isKnownKind(name) && !isHidden(name));
  files.sort((a, b) => byName(pathOf(a), pathOf(b)));
  return { files, leftOut: inFolder.length - files.length };
}

/** What a paste brings that can be imported: files, or text with the same as HTML beside it. */
export function pastedSources({ clipboardData }: ClipboardEvent): readonly (File | Pasted)[] {
  if (!clipboardData) return [];
  const text = clipboardData.getData('text/plain');
  const html = clipboardData.getData('text/html');
  // Excel puts a picture of the cells beside their text.
  if (text.trim() !== '' || html.trim() !== '') return [{ text, html }];
  return [...clipboardData.files];
}

/** 2 before 10, Chinese by its sound. */
const byName = new Intl.Collator('zh-CN', { numeric: true }).compare;

/** Lock files of Word and WPS, and what macOS leaves in folders. */
function isHidden(name: string): boolean {
  return name.startsWith('.') || name.startsWith('~$');
}

async function filesIn(folder: FileSystemDirectoryEntry): Promise<readonly File[]> {
  const entries = await entriesOf(folder);
  const lists = entries.map(async (entry) => {
    if (entry.isDirectory) return filesIn(entry as FileSystemDirectoryEntry);
    return new Promise<readonly File[]>((resolve, reject) =>
      (entry as FileSystemFileEntry).file((file) => {
        rememberPath(file, entry.fullPath);
        resolve([file]);
      }, reject)
    );
  });
  return (await Promise.all(lists)).flat();
}

async function entriesOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    // Chromium gives a hundred at a time, and none when there are no more.
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject)
    );
    if (some.length === 0) return all;
    all.push(...some);
  }
}
