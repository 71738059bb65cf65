/** The places in a message of an own rule, and the values of a finding that are put there. */
const PLACEHOLDERS: Readonly<Record<string, string>> = { 值: 'value', 对比: 'compared' };

/**
 * A message with the values of a finding in it: `{值}` is the text that was found, `{对比}` the number
 * it was compared with. Other braces stay as they are.
 */
export function fillMessage(message: string, values: Readonly<Record<string, string>>): string {
  return message.replace(/\{(值|对比)\}/g, (_, name: string) => values[PLACEHOLDERS[name]!] ?? '');
}
