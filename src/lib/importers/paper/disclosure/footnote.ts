/** Whether a line below a table is a note to it: 注：…空表列示。 */
export function isFootnote(text: string): boolean {
  return /^(?:备?注|说明)\s*\d{0,2}\s*[:：]/.test(text);
}
