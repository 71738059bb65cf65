import { attribute, textOf, type Element } from '../office/xml.ts';

/** One field that has begun: its instruction is collected until its result begins. */
interface OpenField {
  instruction: string;
  inResult: boolean;
  isContents: boolean;
}

/**
 * The fields that are open where the document is read (ECMA-376 part 1, 17.16). A field may hold others,
 * and its result may go on over paragraphs, as that of a 目录 does.
 */
export class Fields {
  readonly #open: OpenField[] = [];
  // Counted, because a hostile file may open fields without end.
  #instructions = 0;
  #contents = 0;

  /** Takes a `w:fldChar`. */
  turn(fieldCharacter: Element): void {
    const kind = attribute(fieldCharacter, 'fldCharType');
    if (kind === 'begin') this.#begin();
    else if (kind === 'separate') this.#separate();
    else if (kind === 'end') this.#end();
  }

  /** Takes a `w:instrText`. */
  instruct(text: Element): void {
    const last = this.#open.at(-1);
    if (last && !last.inResult) last.instruction += textOf(text);
  }

  /** Whether text here is a field's result, or stands in no field. */
  get isShown(): boolean {
    return this.#instructions === 0;
  }

  /** Whether the result of a table of contents is open here. */
  get inContents(): boolean {
    return this.#contents > 0;
  }

  #begin(): void {
    this.#open.push({ instruction: '', inResult: false, isContents: false });
    this.#instructions += 1;
  }

  #separate(): void {
    const last = this.#open.at(-1);
    if (!last || last.inResult) return;
    last.inResult = true;
    this.#instructions -= 1;
    last.isContents = /^\s*TOC\b/i.test(last.instruction);
    if (last.isContents) this.#contents += 1;
  }

  #end(): void {
    const last = this.#open.pop();
    if (last && !last.inResult) this.#instructions -= 1;
    if (last?.isContents) this.#contents -= 1;
  }
}
