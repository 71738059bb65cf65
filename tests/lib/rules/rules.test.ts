import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { applyEdit } from '#lib/model/apply.ts';
import { PLAN_FIELDS } from '#lib/model/fields.ts';
import { FORMS } from '#lib/model/forms.ts';
import type { Problem } from '#lib/model/problem.ts';
import { propertyText, type WorkbookProperty } from '#lib/model/workbook-property.ts';
import { cellText, fieldText, findSheet, type Workbook } from '#lib/model/workbook.ts';
import { check } from '#lib/rules/check.ts';
import { RULES } from '#lib/rules/registry.ts';
import type { Rule } from '#lib/rules/rule.ts';
import { inShort, workbookOf, type Sample } from './sample.ts';

const FOLDER = new URL('./samples/', import.meta.url);

describe.each(RULES.map(({ code }) => code))('%s', (code) => {
  const samples: Sample[] = JSON.parse(readFileSync(new URL(`${code}.json`, FOLDER), 'utf8'));

  it.each(samples)('$says', (sample) => {
    const workbook = workbookOf(sample);
    const found = check(workbook).filter((problem) => problem.code === code);
    expect(found.map((problem) => inShort(problem, workbook))).toEqual(sample.finds);
    if (sample.values) expect(found[0]?.values).toMatchObject(sample.values);
    if (found[0]) expect(fixedText(workbook, found[0])).toEqual(sample.fixed);
  });

  it('has positive, negative and boundary samples', () => {
    for (const kind of ['positive', 'negative', 'boundary']) {
      expect(samples.some(({ says }) => says.startsWith(kind))).toBe(true);
    }
  });
});

describe('every rule', () => {
  it('has its samples, and no sample file is without its rule', () => {
    const files = readdirSync(FOLDER).map((file) => file.replace('.json', ''));
    expect(files.sort()).toEqual(RULES.map(({ code }) => code).sort());
  });

  it('says in its message, filled in, what was found', () => {
    const problems = RULES.flatMap(({ code }) => {
      const samples: Sample[] = JSON.parse(readFileSync(new URL(`${code}.json`, FOLDER), 'utf8'));
      return samples.flatMap((sample) => check(workbookOf(sample)));
    });
    for (const { message } of problems) {
      expect(message).toMatch(/。$/);
      expect(message).not.toMatch(/undefined|null|\$\{/);
    }
  });

  it('says so in English too, with no Chinese but what it quotes', () => {
    const ruleOf = new Map(RULES.map((rule) => [rule.code, rule]));
    const problems = RULES.flatMap(({ code }) => {
      const samples: Sample[] = JSON.parse(readFileSync(new URL(`${code}.json`, FOLDER), 'utf8'));
      return samples.flatMap((sample) => check(workbookOf(sample)));
    });
    for (const { code, values } of problems) {
      const { title, message } = ruleOf.get(code)!.english;
      expect(title).toMatch(/^[A-Z][\x20-\x7e≥≤]+$/);
      expect(message(values)).toMatch(/^[A-Z\d“].*\.$/s);
      expect(message(values)).not.toMatch(/undefined|null|\$\{/);
      expect(withoutQuotes(message(values))).toMatch(/^[\x20-\x7e≥≤×]*$/);
    }
  });

  it.each(RULES.filter(isAboutIndicators))(
    '$code finds its bad example and accepts its good one',
    ({ code, examples }) => {
      const finds = (shape: Shape, example: string) =>
        FORMS['2015'].levels.some(({ second }) =>
          second.some((level2) => {
            const rows = [{ level2, ...shape(example) }];
            const workbook = workbookOf({ says: '', sheets: [{ rows }], finds: [] });
            return check(workbook).some((problem) => problem.code === code);
          })
        );
      const tells = SHAPES.some(
        (shape) => finds(shape, examples.bad) && !finds(shape, examples.good)
      );
      expect(tells).toBe(true);
    }
  );

  it('is explained in the README of the rules', () => {
    const readme = readFileSync(
      new URL('../../../src/lib/rules/README.md', import.meta.url),
      'utf8'
    );
    for (const { code } of RULES) expect(readme).toContain(`\`${code}\``);
  });
});

/** A text without what it quotes, quotes within quotes included. */
function withoutQuotes(text: string): string {
  const shorter = text.replace(/“[^“”]*”/g, '');
  return shorter === text ? text : withoutQuotes(shorter);
}

/** How an example fills a row. */
type Shape = (example: string) => Readonly<Record<string, string>>;

function isAboutIndicators(rule: Rule): boolean {
  return (rule.scope === 'cell' || rule.scope === 'row') && !rule.kinds;
}

/** A 指标值, a 依据, or two columns with a colon between them. */
const SHAPES: readonly Shape[] = [
  (target) => ({ level3: '沿岸居民满意度', target }),
  (basis) => ({ level3: '沿岸居民满意度', target: '≥90%', basis }),
  (example) => pair('level3', 'target', example),
  (example) => pair('level3', 'description', example)
];

function pair(first: string, second: string, example: string): Readonly<Record<string, string>> {
  const [left = '', right = ''] = example.split('：');
  return { [first]: left, [second]: right };
}

/** What `fixed` of a sample speaks of, after the first fix of a problem. */
function fixedText(workbook: Workbook, { place, fixes }: Problem): Sample['fixed'] {
  if (!fixes[0]) return undefined;
  const after = applyEdit(workbook, fixes[0].edit);
  if (place.sheet === undefined) return propertyText(after, place.field as WorkbookProperty);
  const { fields, rows } = findSheet(after, place.sheet)!;
  const row = rows.find(({ id }) => id === place.row);
  if (row) return cellText(row, place.column!);
  const isPlan = PLAN_FIELDS.some((field) => field === place.field);
  if (isPlan) return PLAN_FIELDS.map((field) => fieldText({ fields }, field));
  if (place.field !== undefined) return fieldText({ fields }, place.field);
  return rows.map((each) => cellText(each, 'level2'));
}
