import type { Pasted } from '#lib/importers/pasted.ts';
import type { CheckedPaper } from '#lib/model/checked-paper.ts';
import { pathOf } from '../file-path.ts';

/** The workbook that was made of a file when it was opened. */
export interface StoredPaper {
  readonly id: string;
  /** How the 文件柜 listed it when it was last looked at; empty before it was. */
  readonly listed: string;
  /** Whether it has been deleted from the 文件柜. */
  readonly gone: boolean;
  /** What was found in it as it stands in the 文件柜; null while only its file has been checked. */
  readonly paper: CheckedPaper | null;
}

/** One file among many that are checked. Only what was found in it is kept, never the paper itself. */
export class BatchPaper {
  readonly source: File | Pasted;
  /** The name of the file, with its folders within the chosen one; 粘贴的内容 for a paste. */
  readonly name: string;
  checking = $state(false);
  /** What was found in the file; null where it has not been checked. */
  ofFile = $state.raw<CheckedPaper | null>(null);
  /** Why it was not checked, in one sentence. */
  refusal = $state<string | null>(null);
  stored = $state.raw<StoredPaper | null>(null);

  constructor(source: File | Pasted) {
    this.source = source;
    this.name = source instanceof File ? pathOf(source) : '粘贴的内容';
  }

  /** Whether it has been looked at, whatever came of it. */
  get done(): boolean {
    return this.ofFile !== null || this.refusal !== null;
  }

  /** What was found in it: as it stands in the 文件柜 where it was stored there, else in its file. */
  get paper(): CheckedPaper | null {
    return this.stored?.paper ?? this.ofFile;
  }

  /** The id of its workbook; null where there is none in the 文件柜. */
  get storedAs(): string | null {
    return this.stored === null || this.stored.gone ? null : this.stored.id;
  }

  /** Whether something else is found in its workbook than in its file. */
  get changed(): boolean {
    const [now, before] = [this.stored?.paper?.problems, this.ofFile?.problems];
    if (!now || !before) return false;
    return now.length !== before.length || now.some((byte, index) => byte !== before[index]);
  }
}
