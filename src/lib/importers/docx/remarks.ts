import type { Note } from '#lib/model/note.ts';

/** What is counted over the whole document and said once. */
export type Counted = 'deleted' | 'comment' | 'hidden' | 'chunk';

const SENTENCES: Readonly<Record<Counted, (count: number) => string>> = {
  deleted: (count) => `修订已按接受处理：${count} 处删除或移走的内容没有读入。`,
  comment: (count) => `${count} 处批注没有读入。`,
  hidden: (count) => `${count} 处隐藏文字没有读入。`,
  chunk: (count) => `文档中插入了 ${count} 个其他文件，其中的内容没有读入。`
};

const KINDS: Readonly<Record<Counted, Note['kind']>> = {
  deleted: 'recognised',
  comment: 'recognised',
  hidden: 'recognised',
  chunk: 'unknown'
};

/** What the reader of a document leaves out or cannot read, as notes. */
export class Remarks {
  readonly #counts = new Map<Counted, { count: number; line: number }>();
  readonly #notes = new Map<string, Note>();
  #line = 1;

  /** Says which line is being read, counted from 1. */
  reachLine(line: number): void {
    this.#line = line;
  }

  count(what: Counted): void {
    const before = this.#counts.get(what) ?? { count: 0, line: this.#line };
    this.#counts.set(what, { ...before, count: before.count + 1 });
  }

  /** Notes something about the line that is being read, once for each line. */
  note(kind: Note['kind'], text: string): void {
    const line = this.#line;
    this.#notes.set(`${line} ${text}`, { kind, line, text, place: {} });
  }

  /** All notes, in the order of their lines. */
  get notes(): readonly Note[] {
    const counted = [...this.#counts].map(([what, { count, line }]) => ({
      kind: KINDS[what],
      line,
      text: SENTENCES[what](count),
      place: {}
    }));
    return [...this.#notes.values(), ...counted].sort((one, other) => one.line - other.line);
  }
}
