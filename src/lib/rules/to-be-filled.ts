/** What stands where only the author knows what belongs there; a text that still has it says nothing. */
export const TO_BE_FILLED = '（请填写）';

/** Whether a text is still to be filled in by its author. */
export function isToBeFilled(text: string): boolean {
  return text.includes(TO_BE_FILLED);
}
