import { SHORTCUTS } from './shortcuts.ts';

const STYLE = `
@page { size: A4; margin: 18mm; }
body { font: 11pt/1.5 sans-serif; }
h1 { font-size: 16pt; }
h2 { margin: 12pt 0 2pt; font-size: 11pt; }
table { width: 100%; border-collapse: collapse; break-inside: avoid; }
td { padding: 2pt 6pt; border: 0.5pt solid #999; }
td:first-child { width: 45%; white-space: nowrap; }
`;

/** The sheet of shortcuts as a page of HTML to be printed. */
export function shortcutsPage(): string {
  const groups = SHORTCUTS.map(({ title, shortcuts }) => {
    const rows = shortcuts.map(
      ({ keys, does }) => `<tr>${cell(keys.join('  '))}${cell(does)}</tr>`
    );
    return `<h2>${title}</h2><table>${rows.join('')}</table>`;
  });
  return `<style>${STYLE}</style><h1>绩表快捷键</h1>${groups.join('')}`;
}

/** None of the texts is anybody's but the app's: they hold no signs of markup. */
function cell(text: string): string {
  return `<td>${text}</td>`;
}
