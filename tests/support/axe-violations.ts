import type { AxeResults } from 'axe-core';

/**
 * What Handsontable lays between the grid and its rows keeps a tabindex of -1, without which browsers make
 * scrolled boxes something to tab to. Readers pass over it.
 */
const isLayerOfGrid = (id: string, target: string) =>
  id === 'aria-required-children' && target.startsWith('#ht_');

/** A line for each kind of fault that axe found, with where it is. */
export function violationLines({ violations }: AxeResults): string[] {
  return violations.flatMap(({ id, help, nodes }) => {
    const ours = nodes.filter(({ target }) => !isLayerOfGrid(id, target.join(' ')));
    const places = ours.map(({ target, any, all, none }) => {
      const [why] = [...any, ...all, ...none];
      return `${target.join(' ')} (${why?.message ?? ''})`;
    });
    return places.length === 0 ? [] : [`${id}: ${help}\n  ${places.slice(0, 4).join('\n  ')}`];
  });
}
