import { remember } from '#lib/model/remember.ts';
import { fieldText, type Sheet } from '#lib/model/workbook.ts';
import { amountsIn, type ProseAmount } from './prose-amounts.ts';
import { sentencesOf } from './prose-sentences.ts';

/** An amount in the explanation of a budget, with what the words around it say of it. */
export interface Figure extends ProseAmount {
  /** The words directly in front of it, without quotes and without glue such as 为 and 共计. */
  readonly label: string;
  /** The year that it speaks of: as printed, or last year, or null where the paragraph names none. */
  readonly year: number | 'last' | null;
  /** An amount, a growth or a fall; null where the sentence speaks of changes, but not of this one's. */
  readonly tells: 'amount' | 'more' | 'less' | null;
  /** The number of its sentence. */
  readonly sentence: number;
  /** How often 其中 stands in front of it in its sentence. */
  readonly depth: number;
  /** Whether it belongs to the reason that is given for a change. */
  readonly isReason: boolean;
}

const LONGEST_LABEL = 40;
const DELIMITER = /[，,、；;：:]/g;
const MORE = /(?:增加|增长|上升|提高)(?:了|额)?$/;
const LESS = /(?:减少|下降|降低|压减|节约|缩减)(?:了|额)?$/;
const CHANGE = /增加|增长|上升|减少|下降|降低|压减|缩减|持平/;
const REASON = /原因|由于|因为|主要是|主要用于/;
const GLUE =
  /(?:共计|合计|总计|总额|总数|金额|安排|预算数|预算|财政拨款|为|是|共|约|了|计|数|\s)+$/;
const YEAR = /(?<![较比与同\d])(?:(20\d{2})\s*年|(?:上年|去年)(?!结转|末|底))/g;
/** A year that something is compared with: 较2023年. */
const COMPARED_YEAR = /[较比与同](?:(20\d{2})\s*年|(?:上年|去年)(?!结转|末|底))/g;
const QUOTES = /["“”'‘’＂]/g;

/** The figures of a text sheet. */
export const figuresOf = remember((sheet: Sheet): readonly Figure[] => {
  const body = fieldText(sheet, 'body');
  let year: Figure['year'] = null;
  return sentencesOf(body).flatMap(({ from, text, opens }, sentence) => {
    if (opens) year = null;
    let end = 0;
    let changes = false;
    let isReason = false;
    let depth = 0;
    return amountsIn(text).map(({ range, unit, amount }): Figure => {
      const said = text.slice(end, range[0]);
      const lead = leadOf(said);
      end = range[1];
      year = lastNamed(YEAR, said) ?? year;
      const tells = tellingOf(lead);
      // 较2023年预算20万元减少: the amount is that of the other year, the change is not.
      const compared = tells === null ? lastNamed(COMPARED_YEAR, said) : null;
      changes ||= CHANGE.test(said);
      isReason ||= REASON.test(said);
      depth += said.split('其中').length - 1;
      return {
        range: [from + range[0], from + range[1]],
        unit,
        amount,
        label: lead.replace(MORE, '').replace(LESS, '').replace(GLUE, ''),
        year: compared ?? year,
        tells: tells ?? (changes ? null : 'amount'),
        sentence,
        depth,
        isReason
      };
    });
  });
});

function tellingOf(lead: string): 'more' | 'less' | null {
  if (MORE.test(lead)) return 'more';
  return LESS.test(lead) ? 'less' : null;
}

/** What stands between the last delimiter and the amount. */
function leadOf(said: string): string {
  const near = said
    .trimEnd()
    .replace(/[：:]$/, '')
    .slice(-LONGEST_LABEL);
  const last = [...near.matchAll(DELIMITER)].at(-1);
  return (last ? near.slice(last.index + 1) : near).replace(QUOTES, '').trim();
}

/** The last year that a pattern finds, whose digits are its first group. */
function lastNamed(years: RegExp, said: string): Figure['year'] {
  const last = [...said.matchAll(years)].at(-1);
  if (!last) return null;
  return last[1] === undefined ? 'last' : Number(last[1]);
}
