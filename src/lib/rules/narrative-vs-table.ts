import { Decimal, halfWidth } from '#lib/model/decimal.ts';
import { remember } from '#lib/model/remember.ts';
import { cellText, type Row, type Sheet, type Workbook } from '#lib/model/workbook.ts';
import { fold } from './fold.ts';
import { quantitative, target } from './indicator.ts';
import { projectsOf } from './projects.ts';
import type { Finding, WorkbookRule } from './rule.ts';
import { searchProse, textOf, type Found } from './sheet-texts.ts';
import { sheetsOf } from './sheets-by-kind.ts';

/** What a text promises: a name, how much, and in what. */
const PROMISE =
  /([一-龥“”]{3,24}?(?:率|满意度|次数|人数|数量|天数))(?:均)?(?:达到|不低于|不少于|保持在|控制在|为)[ \t]*(\d{1,9}(?:\.\d{1,4})?)[ \t]*(%|次|人|天|件|条|个|家|名|户)/g;

/** Shorter names are shared by indicators that have nothing to do with each other. */
const LONG_ENOUGH = 5;

interface Promise extends Found {
  readonly name: string;
  readonly number: Decimal;
  readonly unit: string;
}

const findPromises = searchProse((text): readonly Promise[] =>
  [...halfWidth(text).matchAll(PROMISE)].map((match) => ({
    name: fold(match[1]!),
    number: new Decimal(match[2]!),
    unit: match[3]!,
    range: [match.index, match.index + match[0].length] as const
  }))
);

const promisesOf = remember(findPromises);

/** An indicator as comparing sees it. */
interface Indicator {
  readonly row: Row;
  readonly name: string;
  readonly number: Decimal;
  readonly unit: string;
}

const indicatorOf = remember((row: Row): readonly Indicator[] => {
  const read = quantitative(row);
  const name = fold(cellText(row, 'level3'));
  return read && name.length >= LONG_ENOUGH
    ? [{ row, name, number: read.number, unit: read.unit }]
    : [];
});

/**
 * What the prose promises by the name of an indicator has the value of that indicator. Compared are whole
 * names of five characters and more, in the same unit; a promise that no indicator takes up is let be.
 */
export const narrativeVsTable: WorkbookRule = {
  code: 'narrative-vs-table',
  severity: 'warning',
  scope: 'workbook',
  title: '文字承诺与指标值不一致',
  source: '相关性：文字部分的目标值应与绩效指标一致',
  message: ({ promise, name, target }) =>
    `文中写“${promise}”，指标“${name}”的指标值是“${target}”。两处不一致，自评时不知以哪个为准，请改成一样。`,
  english: {
    title: 'The prose promises another value than the indicator',
    message: ({ promise, name, target }) =>
      `The prose says “${promise}”, the target of “${name}” is “${target}”. Nobody will know which one to judge by: make both the same.`
  },
  examples: { bad: '文：河道水质达标率达到90%；指标：≥95%', good: '文和指标都是 95%' },
  check: (workbook) => [
    ...sheetsOf(workbook, 'text').flatMap((sheet) => compare(sheet, () => allRows(workbook))),
    ...projectsOf(workbook).flatMap((sheet) =>
      compare(sheet, () => sheet.rows.map((row) => ({ sheet, row })))
    )
  ]
};

interface RowOf {
  readonly sheet: Sheet;
  readonly row: Row;
}

function allRows(workbook: Workbook): readonly RowOf[] {
  return projectsOf(workbook).flatMap((sheet) => sheet.rows.map((row) => ({ sheet, row })));
}

function compare(sheet: Sheet, rows: () => readonly RowOf[]): readonly Finding[] {
  const promises = promisesOf(sheet);
  if (promises.length === 0) return [];
  const known = rows().flatMap(({ sheet, row }) =>
    indicatorOf(row).map((indicator) => ({ sheet, ...indicator }))
  );
  return promises.flatMap((found) => {
    const { name, number, unit } = found.match;
    const same = known.filter(
      (indicator) => name.endsWith(indicator.name) && indicator.unit === unit
    );
    const [other] = same;
    if (!other || same.some((indicator) => indicator.number.eq(number))) return [];
    return [
      {
        place: { sheet: sheet.id, ...found.place },
        values: {
          promise: textOf(found).replace(/[“”]/g, ''),
          name: other.name,
          target: target(other.row)
        },
        related: [{ sheet: other.sheet.id, row: other.row.id, column: 'target' }]
      }
    ];
  });
}
