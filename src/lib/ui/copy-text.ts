/** Copies a text; false where the browser does not let the page. */
export async function copyText(text: string): Promise<boolean> {
  // Missing on plain http pages.
  const clipboard = (navigator as Partial<Navigator>).clipboard;
  if (!clipboard) return copySelected(text);
  try {
    await clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/** Copies as Ctrl+C does, from a field that is selected for the moment. */
function copySelected(text: string): boolean {
  const before = document.activeElement;
  const field = document.createElement('textarea');
  field.value = text;
  field.className = 'visually-hidden';
  // Outside an open dialog nothing takes the focus.
  (document.querySelector('dialog[open]') ?? document.body).append(field);
  field.select();
  const copied = document.execCommand('copy');
  field.remove();
  if (before instanceof HTMLElement) before.focus();
  return copied;
}
