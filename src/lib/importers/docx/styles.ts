import { attribute, childOf, childrenOf, descend, type Element } from '../office/xml.ts';
import { isOn, valueOf } from './properties.ts';

/** What is read of a style: of its paragraphs, its numbers, and whether its text is hidden. */
export interface Style {
  readonly name: string;
  readonly basedOn: string | undefined;
  /** The list that numbers its paragraphs, and the level in it, from 0. */
  readonly list: string | undefined;
  readonly listLevel: string | undefined;
  /** From 1; undefined where the style is none of a heading. */
  readonly level: number | undefined;
  readonly hidden: boolean | undefined;
}

/** The styles of a document by their ids. */
export type Styles = ReadonlyMap<string, Style>;

/** Longer chains of styles that are based on each other are a circle. */
const LONGEST_CHAIN = 20;

/** The deepest outline level of Word; 10 is body text. */
const DEEPEST_LEVEL = 9;

/** Reads the part `word/styles.xml`. */
export function readStyles(root: Element): Styles {
  return new Map(
    childrenOf(root, 'style').map((style) => {
      const name = valueOf(childOf(style, 'name')) ?? '';
      return [
        attribute(style, 'styleId') ?? '',
        {
          name,
          basedOn: valueOf(childOf(style, 'basedOn')),
          list: valueOf(descend(style, 'pPr', 'numPr', 'numId')),
          listLevel: valueOf(descend(style, 'pPr', 'numPr', 'ilvl')),
          level: outlineLevel(childOf(style, 'pPr')) ?? headingLevel(name),
          hidden: isOn(descend(style, 'rPr', 'vanish'))
        }
      ];
    })
  );
}

/** A property of a style, or of the nearest style that it is based on. */
export function inherited<K extends keyof Style>(
  styles: Styles,
  id: string | undefined,
  property: K
): Style[K] | undefined {
  let style = id === undefined ? undefined : styles.get(id);
  for (let steps = 0; style && steps < LONGEST_CHAIN; steps += 1) {
    if (style[property] !== undefined) return style[property];
    style = style.basedOn === undefined ? undefined : styles.get(style.basedOn);
  }
  return undefined;
}

/** The level that paragraph properties give, from 1; 0 for body text, undefined where they give none. */
export function outlineLevel(properties: Element | undefined): number | undefined {
  const value = properties && valueOf(childOf(properties, 'outlineLvl'));
  if (value === undefined) return undefined;
  const level = Number(value) + 1;
  return level >= 1 && level <= DEEPEST_LEVEL ? level : 0;
}

function headingLevel(name: string): number | undefined {
  const level = /^(?:heading|标题)\s*([1-9])$/i.exec(name)?.[1];
  return level === undefined ? undefined : Number(level);
}
