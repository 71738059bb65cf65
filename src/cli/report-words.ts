import type { Language } from '#lib/model/language.ts';
import type { Note } from '#lib/model/note.ts';
import type { Counts, Severity } from '#lib/model/problem.ts';
import type { TallyLine } from '#lib/model/problem-tally.ts';

/** What the report for people says around the words of the rules. */
export interface ReportWords {
  readonly severities: Readonly<Record<Severity, string>>;
  readonly waived: string;
  readonly counts: (counts: Counts) => string;
  /** Of a file that could not be read. */
  readonly refused: (refusal: string) => string;
  /** What is said of notes on lines that need a human; the other notes tell of no loss. */
  readonly losses: Readonly<Partial<Record<Note['kind'], string>>>;
  readonly loss: (line: number, loss: string, text: string) => string;
  readonly total: (files: number, unread: number) => string;
  readonly tally: (line: TallyLine) => string;
}

export const REPORT_WORDS: Readonly<Record<Language, ReportWords>> = {
  zh: {
    severities: { error: '错误', warning: '警告', info: '提示' },
    waived: '已豁免',
    counts: ({ error, warning, info }) => `错误 ${error} 警告 ${warning} 提示 ${info}`,
    refused: (refusal) => `未检查：${refusal}`,
    losses: { unplaced: '没有归位', unknown: '无法得知' },
    loss: (line, loss, text) => `原文第 ${line} 行  ${loss}：${text}`,
    total: (files, unread) => `合计  ${files} 个文件${unread > 0 ? `（${unread} 个未检查）` : ''}`,
    tally: ({ count, papers }) => `${count} 处，${papers} 份文本`
  },
  en: {
    severities: { error: 'error', warning: 'warning', info: 'info' },
    waived: 'waived',
    counts: ({ error, warning, info }) => `errors ${error}, warnings ${warning}, infos ${info}`,
    refused: (refusal) => `not checked: ${refusal}`,
    losses: { unplaced: 'found no place', unknown: 'cannot be known' },
    loss: (line, loss, text) => `line ${line} of the file  ${loss}: ${text}`,
    total: (files, unread) =>
      `total  files ${files}${unread > 0 ? ` (not checked ${unread})` : ''}`,
    tally: ({ count, papers }) => `found ${count}, in papers ${papers}`
  }
};
