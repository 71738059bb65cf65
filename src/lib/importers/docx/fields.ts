import { attribute, textOf, type Element } from '../office/xml.ts';

/** One field that has begun: its instruction is collected until its result begins. */
interface OpenField {
  instruction: string;
  inResult: boolean;
}

/**
 * The fields that are open where the document is read (ECMA-376 part 1, 17.16). A field may hold others,
 * and its result may go on over paragraphs, as that of a 目录 does.
 */
export class Fields {
  readonly #open: OpenField[] = [];

  /** Takes a `w:fldChar`. */
  turn(fieldCharacter: Element): void {
    const kind = attribute(fieldCharacter, 'fldCharType');
    const last = this.#open.at(-1);
    if (kind === 'begin') this.#open.push({ instruction: '', inResult: false });
    else if (kind === 'separate' && last) last.inResult = true;
    else if (kind === 'end') this.#open.pop();
  }

  /** Takes a `w:instrText`. */
  instruct(text: Element): void {
    const last = this.#open.at(-1);
    if (last && !last.inResult) last.instruction += textOf(text);
  }

  /** Whether text here is a field's result, or stands in no field. */
  get isShown(): boolean {
    return this.#open.every(({ inResult }) => inResult);
  }

  /** Whether the result of a table of contents is open here. */
  get inContents(): boolean {
    return this.#open.some(
      ({ instruction, inResult }) => inResult && /^\s*TOC\b/i.test(instruction)
    );
  }
}
