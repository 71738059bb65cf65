import { attribute, type Element } from '../office/xml.ts';

/** The attribute `w:val` of an element, in which Word writes the value of most properties. */
export function valueOf(element: Element | undefined): string | undefined {
  return element && attribute(element, 'val');
}

/** Whether a switch such as `<w:vanish/>` is on; undefined where it is absent. */
export function isOn(element: Element | undefined): boolean | undefined {
  if (!element) return undefined;
  const value = valueOf(element);
  return value === undefined || !['0', 'false', 'off'].includes(value);
}

/** The whole number that an attribute or value says; what is none, or negative, is `otherwise`. */
export function countOf(value: string | undefined, otherwise: number): number {
  const number = Number(value ?? NaN);
  return Number.isSafeInteger(number) && number >= 0 ? number : otherwise;
}
