/** The lines of a text, each a paragraph when printed; none where the text is empty. */
export function paragraphsOf(text: string): string[] {
  return text === '' ? [] : text.split(/\r\n|\r|\n/);
}
