/**
 * Takes the keyboard for a box while that is loaded: in the cell that has it, what is typed would write
 * over what stands there.
 * @returns what has been typed by then
 */
export async function typedWhile(loading: Promise<unknown>, name: string): Promise<string> {
  const input = document.createElement('input');
  input.className = 'visually-hidden';
  input.ariaLabel = name;
  document.body.append(input);
  input.focus();
  try {
    await loading;
    return input.value;
  } finally {
    input.remove();
  }
}
