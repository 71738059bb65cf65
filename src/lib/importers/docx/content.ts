import { childOf, childrenOf, isNamed, type Element } from '../office/xml.ts';
import type { Remarks } from './remarks.ts';

/** Elements that only wrap what they hold: smart tags, what was inserted or moved here. */
const WRAPPERS = new Set([
  'ins',
  'moveTo',
  'customXml',
  'smartTag',
  'bdo',
  'dir',
  'fldSimple',
  'hyperlink'
]);

/** What was taken out, by somebody whose changes were tracked. */
const TAKEN_OUT = new Set(['del', 'moveFrom']);

/**
 * The elements inside, without what only wraps them: content controls, smart tags, tracked changes, which
 * are taken as accepted, and alternatives, of which one is taken.
 */
export function contentOf(parent: Element, remarks: Remarks): Element[] {
  return childrenOf(parent).flatMap((child) => {
    const name = child.name.slice(child.name.indexOf(':') + 1);
    if (TAKEN_OUT.has(name)) {
      remarks.count('deleted');
      return [];
    }
    if (name === 'sdt') return controlContent(child, remarks);
    if (name === 'AlternateContent') {
      const chosen = chosenAlternative(child);
      return chosen ? contentOf(chosen, remarks) : [];
    }
    return WRAPPERS.has(name) ? contentOf(child, remarks) : [child];
  });
}

/** Of alternatives the first, which is the newest, else what older programs show. */
export function chosenAlternative(alternatives: Element): Element | undefined {
  return childOf(alternatives, 'Choice') ?? childOf(alternatives, 'Fallback');
}

/** What a content control holds; a control that only asks for a text holds none. */
function controlContent(control: Element, remarks: Remarks): Element[] {
  const properties = childOf(control, 'sdtPr');
  const content = childOf(control, 'sdtContent');
  const isEmpty = properties !== undefined && childOf(properties, 'showingPlcHdr') !== undefined;
  if (!content) return [];
  // The paragraph or cell around the request is part of the document.
  return isEmpty
    ? contentOf(content, remarks).filter((element) => !isNamed(element, 'r'))
    : contentOf(content, remarks);
}
