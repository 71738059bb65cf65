import { describe, expect, it } from 'vitest';
import { WORKBOOK_KEYS } from '#lib/ui/keys.ts';
import { SHORTCUTS } from '#lib/ui/shortcuts.ts';
import { shortcutsPage } from '#lib/ui/shortcuts-page.ts';

const all = SHORTCUTS.flatMap(({ shortcuts }) => shortcuts);

/** The keys as the program calls them: `Alt+Shift+F8` as `alt+shift+f8`. */
const named = new Set(all.flatMap(({ keys }) => keys.map((key) => key.toLowerCase())));

describe('the sheet of shortcuts', () => {
  it.each(WORKBOOK_KEYS)('lists %s', (key) => {
    expect(named).toContain(key);
  });

  it('says of each key in a group once what it does', () => {
    for (const { title, shortcuts } of SHORTCUTS) {
      const keys = shortcuts.flatMap((shortcut) => shortcut.keys);
      expect(new Set(keys).size, title).toBe(keys.length);
      expect(new Set(shortcuts.map(({ does }) => does)).size, title).toBe(shortcuts.length);
    }
  });

  it('prints every line', () => {
    const page = shortcutsPage();
    for (const { does } of all) expect(page).toContain(`<td>${does}</td>`);
  });
});
