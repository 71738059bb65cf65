import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdit } from '#lib/model/apply.ts';
import { countingIds } from '#lib/model/ids.ts';
import { createChecker } from '#lib/rules/check.ts';
import { deeds, editOf } from '../deeds.ts';
import { papers } from '../papers.ts';
import { anyOwnRule } from './own-rules.ts';

const someRules = fc.uniqueArray(anyOwnRule, { selector: ({ id }) => id, maxLength: 5 });

describe('a checker with own rules', () => {
  it('never fails, whatever the sheets hold', () => {
    fc.assert(
      fc.property(papers, someRules, (paper, rules) => {
        const workbook = { ...paper, settings: { severities: {}, rules } };
        expect(createChecker([]).check(workbook).failures).toEqual([]);
      }),
      { numRuns: 500 }
    );
  });

  it('finds after edits what a check from scratch finds, also when the rules change', () => {
    fc.assert(
      fc.property(
        papers,
        someRules,
        someRules,
        fc.array(deeds, { maxLength: 8 }),
        (start, first, second, some) => {
          const checker = createChecker([]);
          const ids = countingIds('x');
          let workbook = { ...start, settings: { severities: {}, rules: first } };
          some.forEach((deed, at) => {
            const { problems } = checker.check(workbook);
            expect(problems).toEqual(createChecker([]).check(structuredClone(workbook)).problems);
            const edited = applyEdit(workbook, editOf(deed, workbook, problems, ids));
            const rules = at === 3 ? second : workbook.settings.rules;
            workbook = { ...edited, settings: { severities: {}, rules } };
          });
          expect(checker.check(workbook).problems).toEqual(
            createChecker([]).check(structuredClone(workbook)).problems
          );
        }
      ),
      { numRuns: 200 }
    );
  });
});
