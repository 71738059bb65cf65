import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import type { AxeResults } from 'axe-core';

const AXE = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');

/**
 * What Handsontable lays between the grid and its rows keeps a tabindex of -1, without which browsers make
 * scrolled boxes something to tab to. Readers pass over it.
 */
const isLayerOfGrid = (id: string, target: string) =>
  id === 'aria-required-children' && target.startsWith('#ht_');

/** What axe finds wrong with all that a page shows now, a line for each kind of fault with where it is. */
export async function violationsOn(page: Page): Promise<string[]> {
  // Not as a script of the page, which its policy refuses.
  await page.evaluate(`window.axe || (() => { ${AXE} })()`);
  const { violations } = await page.evaluate<AxeResults>(
    `axe.run(document, { resultTypes: ['violations'] })`
  );
  return violations.flatMap(({ id, help, nodes }) => {
    const ours = nodes.filter(({ target }) => !isLayerOfGrid(id, target.join(' ')));
    const places = ours.map(({ target, any, all, none }) => {
      const [why] = [...any, ...all, ...none];
      return `${target.join(' ')} (${why?.message ?? ''})`;
    });
    return places.length === 0 ? [] : [`${id}: ${help}\n  ${places.slice(0, 4).join('\n  ')}`];
  });
}
