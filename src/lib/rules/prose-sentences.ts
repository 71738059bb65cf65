/** A sentence of a text and where it begins. */
export interface Sentence {
  readonly from: number;
  readonly text: string;
  /** Whether it is the first of its paragraph. */
  readonly opens: boolean;
}

/** The sentences of a text, which 。 and line ends close; blank ones are left out. */
export function sentencesOf(text: string): readonly Sentence[] {
  const sentences: Sentence[] = [];
  let from = 0;
  let opens = true;
  for (const { index, 0: end } of text.matchAll(/[。\n]|$/g)) {
    const sentence = text.slice(from, index);
    if (sentence.trim() !== '') {
      sentences.push({ from, text: sentence, opens });
      opens = false;
    }
    if (end === '\n') opens = true;
    from = index + 1;
  }
  return sentences;
}
