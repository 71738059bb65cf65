import { Decimal } from '#lib/model/decimal.ts';
import type { Change } from '#lib/model/edit.ts';
import { cellText, fieldText, type Place, type Workbook } from '#lib/model/workbook.ts';

/** A fault: what is changed, and the place that the rules must point at. */
interface Planted {
  readonly change: Change;
  readonly place: Place;
}

/** A kind of fault in a disclosure, by the rule that has to find it. */
export interface DisclosureFault {
  readonly code: string;
  /** All places where it can be planted in a clean workbook. */
  readonly faults: (workbook: Workbook) => readonly Planted[];
}

const MONEY = /^(?!code$|name$|.*[iI]tem$|quantity$)/;

/** One more 0.07 in any filled money cell of the sheets, in the rows whose first texts match. */
function wrongAmounts(sheets: readonly string[], row = /^/, columns = MONEY) {
  return ({ sheets: all }: Workbook): readonly Planted[] =>
    all
      .filter(({ id }) => sheets.includes(id))
      .flatMap(({ id: sheet, columns: own, rows }) =>
        rows
          .filter(({ cells }) => row.test(Object.values(cells).join(' ')))
          .flatMap((at) =>
            own
              .filter(({ id }) => columns.test(id) && MONEY.test(id) && cellText(at, id) !== '')
              .map(({ id: column }) => ({
                change: {
                  do: 'cell' as const,
                  row: at.id,
                  column,
                  text: new Decimal(cellText(at, column)).plus('0.07').toFixed(2)
                },
                place: { sheet, row: at.id, column }
              }))
          )
      );
}

/** One more 0.07 in any amount of the explanation behind these words. */
function wrongFigures(words: RegExp) {
  return ({ sheets }: Workbook): readonly Planted[] => {
    const sheet = sheets.find(({ kind }) => kind === 'text')!;
    const body = fieldText(sheet, 'body');
    return [...body.matchAll(words)].map((match) => {
      const from = match.index + match[0].indexOf(match[1]!);
      const wrong = new Decimal(match[1]!).plus('0.07').toFixed(2);
      return {
        change: {
          do: 'field',
          sheet: sheet.id,
          field: 'body',
          text: body.slice(0, from) + wrong + body.slice(from + match[1]!.length)
        },
        place: { sheet: sheet.id, field: 'body', range: [from, from + `${wrong}万元`.length] }
      };
    });
  };
}

const BY_SUBJECT = ['income', 'expenditure', 'general-public-expenditure', 'government-fund'];
const BALANCES = ['income-and-expenditure', 'fiscal-appropriation'];

/** The faults that can be planted in clean disclosures. */
export const DISCLOSURE_FAULTS: readonly DisclosureFault[] = [
  { code: 'rec-total-balance', faults: wrongAmounts(BALANCES, /^(?:本年|收入总计|上年|年初)/) },
  { code: 'rec-expenditure-list', faults: wrongAmounts(BALANCES, /^(?:[一二三四五]、|本年)/) },
  { code: 'rec-func-hierarchy', faults: wrongAmounts(BY_SUBJECT) },
  { code: 'rec-row-sum', faults: wrongAmounts([...BY_SUBJECT, 'three-public']) },
  { code: 'rec-econ-hierarchy', faults: wrongAmounts(['general-public-basic']) },
  { code: 'rec-cross', faults: wrongAmounts(['income', 'expenditure'], /^/, /^total$/) },
  { code: 'rec-cross', faults: wrongAmounts(['general-public-basic'], /^合计/, /^total$/) },
  { code: 'rec-cross', faults: wrongAmounts(['government-fund'], /^合计/, /^total$/) },
  { code: 'rec-sangong', faults: wrongAmounts(['three-public']) },
  {
    code: 'rec-social',
    faults: wrongAmounts(['general-public-basic'], /^301(?:08|09|10|13)/, /^total$/)
  },
  { code: 'rec-retire', faults: wrongAmounts(['general-public-basic'], /^30302/, /^total$/) },
  {
    code: 'rec-narrative',
    faults: wrongFigures(/(?:支出为|支出|人员经费|公用经费)(\d[\d.]*)万元/g)
  },
  { code: 'rec-narrative', faults: wrongFigures(/(?:总额为|维护费|接待费)(\d[\d.]*)万元/g) },
  { code: 'rec-narrative', faults: wrongFigures(/(?:增加|减少)了(\d[\d.]*)万元/g) },
  { code: 'rec-narrative', faults: wrongFigures(/(?:采购预算总额为|类预算)(\d[\d.]*)万元/g) },
  { code: 'rec-narrative', faults: wrongAmounts(['procurement'], /^/, /^total$/) },
  { code: 'rec-yunxing', faults: wrongFigures(/安排(\d[\d.]*)万元/g) },
  {
    code: 'term-inconsistent',
    faults: ({ sheets }) => {
      const glossary = sheets.find(({ title }) => title === '名词解释')!;
      const body = fieldText(glossary, 'body');
      return [...body.matchAll(/(?<=、).{5,}(?=：指)/g)].map(({ index, 0: term }) => {
        const at = index + 2;
        const text = `${body.slice(0, at)}某${body.slice(at + 1)}`;
        return {
          change: { do: 'field' as const, sheet: glossary.id, field: 'body', text },
          place: { sheet: glossary.id, field: 'body', range: [index, index + term.length] as const }
        };
      });
    }
  },
  { code: 'rec-assets', faults: wrongAmounts(['assets'], /^(?!其中)/) },
  {
    code: 'rec-empty-table',
    faults: () => [
      {
        change: { do: 'sheet', sheet: 'state-capital', property: 'note', text: '' },
        place: { sheet: 'state-capital' }
      }
    ]
  }
];

/** The rules whose faults are no change of one place, each with a test of its own. */
export const FOUND_APART: readonly string[] = ['rec-toc9', 'spending-structure-outlier'];
