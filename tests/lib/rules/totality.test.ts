import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createChecker } from '#lib/rules/check.ts';
import { RULES } from '#lib/rules/registry.ts';
import type { Rule } from '#lib/rules/rule.ts';
import { papers } from './papers.ts';
import type { Sample } from './sample.ts';
import { wholePapers } from './whole-papers.ts';

const FOLDER = new URL('./samples/', import.meta.url);

/** Papers of any content, some of which have the tables that rules across tables need. */
const anyPapers = fc.oneof(
  { weight: 4, arbitrary: papers },
  { weight: 1, arbitrary: wholePapers.map(({ workbook }) => workbook) }
);

/** The same rule, counting how often it is asked. */
function counted(rule: Rule): { readonly rule: Rule; readonly asked: () => number } {
  let asked = 0;
  const check = (...given: readonly never[]) => {
    asked += 1;
    return (rule.check as (...all: readonly never[]) => ReturnType<Rule['check']>)(...given);
  };
  return { rule: { ...rule, check } as Rule, asked: () => asked };
}

describe.each(RULES.map((rule) => [rule.code, rule] as const))('%s', (code, rule) => {
  it('is asked about arbitrary cells and never throws', () => {
    const { rule: asking, asked } = counted(rule);
    fc.assert(
      fc.property(anyPapers, (workbook) => {
        expect(createChecker([asking]).check(workbook).failures).toEqual([]);
      }),
      { numRuns: 40 }
    );
    expect(asked()).toBeGreaterThan(0);
  });

  it('finds something in its positive samples, and nothing in its negative ones', () => {
    const samples: Sample[] = JSON.parse(readFileSync(new URL(`${code}.json`, FOLDER), 'utf8'));
    const kinds = samples.map(({ says, finds }) => [says.split(':')[0]!, finds.length > 0]);
    expect(kinds).toContainEqual(['positive', true]);
    expect(kinds).toContainEqual(['negative', false]);
    expect(kinds.map(([kind]) => kind)).toContain('boundary');
    expect(kinds).not.toContainEqual(['positive', false]);
    expect(kinds).not.toContainEqual(['negative', true]);
  });
});
