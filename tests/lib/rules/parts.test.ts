import { expect, it } from 'vitest';
import { LANGUAGES } from '#lib/model/language.ts';
import { rulesIn } from '#lib/rules/language.ts';
import { partsIn } from '#lib/rules/parts.ts';

it.each(LANGUAGES)(
  'the parts of the catalogue hold every rule once, in the order of the registry: %s',
  (language) => {
    const parts = partsIn(language);
    expect(parts.map(({ letter }) => letter).join('')).toBe('ABCDEF');
    expect(parts.flatMap(({ rules }) => rules)).toEqual(rulesIn(language));
    for (const { rules } of parts) expect(rules.length).toBeGreaterThan(0);
  }
);
