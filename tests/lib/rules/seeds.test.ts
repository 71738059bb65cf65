import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { importText } from '#lib/importers/import.ts';
import { check } from '#lib/rules/check.ts';

const SEEDS = new URL('../../../../shared/seeds/', import.meta.url);

/** How often each rule speaks about each real paper; every finding was looked at by eye. */
const COUNTS: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  '000': {
    'date-corrupt': 1,
    'identical-indicator-sets': 5,
    'other-funds-blank': 9
  },
  '001': {
    'missing-satisfaction': 11,
    'other-funds-blank': 11,
    'quantity-not-numeric': 9,
    'unit-missing': 1,
    'value-yes-no': 9
  },
  '002': {
    'cost-operator-inverted': 1,
    'date-corrupt': 1,
    'other-funds-blank': 10,
    'percent-implausible': 2,
    'plan-amount-not-percent': 9,
    'plan-year-end-missing': 1
  },
  '003': {},
  '004': {
    'header-block-missing': 24,
    'missing-satisfaction': 1,
    'operator-lookalike': 1
  }
};

// The real papers lie beside the project only where it is developed; elsewhere this is skipped.
describe.skipIf(!existsSync(SEEDS))('real papers', () => {
  it.each(Object.keys(COUNTS))('%s has the problems that a reviewer found in it', (number) => {
    const file = readdirSync(SEEDS).find((name) => name.startsWith(number))!;
    const result = importText(readFileSync(new URL(file, SEEDS), 'utf8'));
    if (!('workbook' in result)) throw new Error(`${file} was refused`);
    const counts: Record<string, number> = {};
    for (const { code } of check(result.workbook)) counts[code] = (counts[code] ?? 0) + 1;
    expect(counts).toEqual(COUNTS[number]);
  });
});
