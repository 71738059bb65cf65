import { refuse, refuseSize } from '#lib/importers/refusal.ts';
import type { Language } from '#lib/model/language.ts';
import type { PaperSource } from './sources.ts';
import type { BatchAnswer, BatchRequest, Wanted } from './worker.ts';

/** Milliseconds after which a paper is given up. Real ones take less than a second. */
const TIME_LIMIT = 60_000;

/** What came of one paper: the Worker's answer, or one sentence why there is none. */
export type LaneAnswer = BatchAnswer | { readonly ok: false; readonly sentence: string };

/** A file that was moved or deleted after it was chosen, or lies on a disk that was pulled out. */
const UNREADABLE = { ok: false, sentence: '浏览器没能读取这个文件，请重新选择。' } as const;

/** What is said where a paper made the check fail, or no Worker could be started for it. */
export const FAILED = { ok: false, sentence: '检查这个文件时出错，请单独导入它。' } as const;

/**
 * A Worker that looks at one paper after another, since to start one takes longer than most papers. One
 * that takes too long or fails ends it, and the next paper begins in a fresh one.
 */
export class Lane {
  readonly #language: Language;
  #worker: Worker | null = null;

  /** @param language what problems are told in */
  constructor(language: Language) {
    this.#language = language;
  }

  /**
   * Rejects with the signal's reason when cancelled; the Worker has ended then.
   * @param paper the name that it is listed under, and what it is read from
   */
  async ask(
    wanted: Wanted,
    { name, source }: { readonly name: string; readonly source: PaperSource },
    signal: AbortSignal
  ): Promise<LaneAnswer> {
    signal.throwIfAborted();
    const request = { wanted, name, language: this.#language };
    if (!(source instanceof File)) return this.#answer({ ...request, source }, signal);
    const tooLarge = refuseSize(source.size);
    if (tooLarge) return tooLarge;
    let bytes: Uint8Array<ArrayBuffer>;
    try {
      bytes = new Uint8Array(await source.arrayBuffer());
    } catch {
      return UNREADABLE;
    }
    signal.throwIfAborted();
    return this.#answer({ ...request, source: { name: source.name, bytes } }, signal);
  }

  close(): void {
    this.#worker?.terminate();
    this.#worker = null;
  }

  async #answer(request: BatchRequest, signal: AbortSignal): Promise<LaneAnswer> {
    const worker = (this.#worker ??= new Worker(new URL('./worker.ts', import.meta.url), {
      type: 'module',
      name: this.#language
    }));
    const end = new AbortController();
    const during = { signal: end.signal };
    const answer = await new Promise<BatchAnswer | 'cancelled' | 'failed' | 'late'>((resolve) => {
      const timer = setTimeout(() => resolve('late'), TIME_LIMIT);
      end.signal.addEventListener('abort', () => clearTimeout(timer));
      signal.addEventListener('abort', () => resolve('cancelled'), during);
      worker.addEventListener('message', ({ data }) => resolve(data), during);
      worker.addEventListener('error', () => resolve('failed'), during);
      worker.postMessage(request, 'bytes' in request.source ? [request.source.bytes.buffer] : []);
    });
    end.abort();
    if (typeof answer !== 'string') return answer;
    this.close();
    if (answer === 'cancelled') throw signal.reason;
    return answer === 'late' ? refuse('too-slow') : FAILED;
  }
}
