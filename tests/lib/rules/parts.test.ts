import { expect, it } from 'vitest';
import { PARTS } from '#lib/rules/parts.ts';
import { RULES } from '#lib/rules/registry.ts';

it('the parts of the catalogue hold every rule once, in the order of the registry', () => {
  expect(PARTS.map(({ letter }) => letter).join('')).toBe('ABCDEF');
  expect(PARTS.flatMap(({ rules }) => rules)).toEqual(RULES);
  for (const { rules } of PARTS) expect(rules.length).toBeGreaterThan(0);
});
