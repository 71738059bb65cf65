import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdit } from '#lib/model/apply.ts';
import type { Change } from '#lib/model/edit.ts';
import { cellText, fieldText, type Sheet, type Workbook } from '#lib/model/workbook.ts';
import { check } from '#lib/rules/check.ts';
import { cleanProse } from './clean-prose.ts';

/** A change of one sheet that plants a fault there. */
interface Fault {
  readonly change: Change;
  /** The sheets that the rules may point at. */
  readonly sheets: readonly string[];
}

/** A kind of fault, by the rule that has to find it. */
interface Kind {
  readonly code: string;
  readonly faults: (workbook: Workbook) => readonly Fault[];
}

/** Writes `after` for every place of `before` in a field of the sheets of a kind. */
function writing(field: string, before: RegExp, after: string) {
  return ({ sheets }: Workbook): readonly Fault[] =>
    sheets.flatMap((sheet) => {
      const text = fieldText(sheet, field);
      const places = text === '' ? [] : [...text.matchAll(before)];
      return places.map(({ index, 0: found }) =>
        rewritten(sheet, field, text.slice(0, index) + after + text.slice(index + found.length))
      );
    });
}

function rewritten({ id }: Sheet, field: string, text: string): Fault {
  return { change: { do: 'field', sheet: id, field, text }, sheets: [id] };
}

const KINDS: readonly Kind[] = [
  {
    code: 'narrative-parts-sum',
    faults: ({ sheets }) =>
      sheets.flatMap(({ id, rows }) =>
        rows.map((row) => ({
          change: {
            do: 'cell' as const,
            row: row.id,
            column: 'amount',
            text: `${cellText(row, 'amount')}.5`
          },
          sheets: [id]
        }))
      )
  },
  { code: 'money-unit-missing', faults: writing('funds', /(?<=安排\d+万)元/g, '') },
  { code: 'count-claim', faults: writing('overview', /\n2、.*/g, '') },
  { code: 'count-claim', faults: writing('goals', /二是/g, '') },
  { code: 'count-claim', faults: writing('indicators', /(?<=分别是[^；]*)；/g, '和') },
  { code: 'year-mismatch', faults: writing('funds', /2024/g, '2023') },
  { code: 'stale-politics', faults: writing('body', /^/g, '贯彻十九届四中全会精神。') },
  { code: 'section-content-wrong', faults: writing('body', /$/g, '\n取得了明显成效。') },
  {
    code: 'project-name-inconsistent',
    faults: writing('overview', /^[^项]*(?=项目是)/g, '乡村道路养护')
  },
  { code: 'numbering', faults: writing('funds', /^2(?=、)/gm, '3') },
  { code: 'numbering', faults: writing('body', /^（二）/gm, '（四）') },
  { code: 'truncated-text', faults: writing('criteria', /。$/g, '，') },
  { code: 'personal-info', faults: writing('criteria', /$/g, '电话13912345678。') },
  { code: 'copy-paste-foreign-unit', faults: writing('body', /全县/g, '全区') },
  { code: 'debt-in-project', faults: writing('overview', /$/g, '偿还上一任所欠工程款。') },
  { code: 'typo', faults: writing('criteria', /评价/g, '布署') },
  {
    code: 'goal-list-vs-project',
    faults: writing('goals', /：[^]*/g, '：一是翻修屋面。二是更换门窗。')
  },
  {
    code: 'duplicate-text',
    faults: ({ sheets }) => {
      const text = '汛期实行领导带班和二十四小时值班制度，发现险情立即上报并组织群众转移安置到位。';
      const [first, , last] = sheets.filter(({ kind }) => kind === 'text');
      const bodyOf = (sheet: Sheet) => `${fieldText(sheet, 'body')}\n${text}`;
      return [first!, last!].map((sheet) => rewritten(sheet, 'body', `${bodyOf(sheet)}\n${text}`));
    }
  },
  {
    code: 'toc-mismatch',
    faults: ({ sheets }) =>
      sheets.slice(1, 3).map(({ id }) => ({
        change: { do: 'sheet' as const, sheet: id, property: 'number' as const, text: '九、' },
        sheets: [id]
      }))
  },
  {
    code: 'toc-missing',
    faults: ({ sheets }) => [
      { change: { do: 'workbook', property: 'department', text: '' }, sheets: [sheets[0]!.id] }
    ]
  }
];

/** Each run checks a whole paper. */
const RUNS = { numRuns: 40 };

describe('a fault planted in clean prose', () => {
  it('has nothing beside it', () => {
    fc.assert(
      fc.property(cleanProse, (clean) => {
        expect(check(clean)).toEqual([]);
      }),
      RUNS
    );
  });

  it.each(KINDS)('$code finds where it was planted, and no rule finds it elsewhere', (kind) => {
    fc.assert(
      fc.property(cleanProse, fc.nat(), (clean, pick) => {
        const faults = kind.faults(clean);
        const { change, sheets } = faults[pick % faults.length]!;
        const found = check(applyEdit(clean, { label: '', changes: [change] }));
        expect(found.map(({ code }) => code)).toContain(kind.code);
        for (const { code, place } of found) expect(sheets, code).toContain(place.sheet);
      }),
      RUNS
    );
  });
});
