import { remember } from '#lib/model/remember.ts';
import { fieldText, type Workbook } from '#lib/model/workbook.ts';
import type { Finding, WorkbookRule } from './rule.ts';
import { matchesOf, searchTexts, textOf } from './sheet-texts.ts';

type Level = '县' | '区';

/** How a paper speaks of its own place, by the level of the place. */
const OWN: Readonly<Record<Level, RegExp>> = {
  县: /(?:我|全|本)县(?!级|区)/g,
  区: /(?:我|全|本)区(?!域|县)|各区(?!域|县|[、级])/g
};

/** The unit that a name speaks of: the last of its places that is a county or a district. */
const COUNTY = /县(?!级)/;
const DISTRICT = /(?:[开新城山海河东西南北桥口港]|发|岛|关)区/;

/** Words of one office that other offices have no use for, and what shows that it is that office. */
const OFFICES: readonly { readonly words: RegExp; readonly office: RegExp }[] = [
  { words: /民兵|国防观念/g, office: /武装|国防|人防|民兵/ }
];

const findIn: Readonly<Record<Level, ReturnType<typeof searchTexts>>> = {
  县: remember(searchTexts(matchesOf(OWN['县']))),
  区: remember(searchTexts(matchesOf(OWN['区'])))
};
const findOffices = OFFICES.map(({ words, office }) => ({
  office,
  find: remember(searchTexts(matchesOf(words)))
}));

/**
 * A county does not speak of 我区, a district not of 全县, and nobody but the armed forces department of 民兵:
 * words that came with a text copied from elsewhere. The place is known from the names of department,
 * title and units; where they do not tell, only the words of offices are looked at. One problem per sheet.
 */
export const copyPasteForeignUnit: WorkbookRule = {
  code: 'copy-paste-foreign-unit',
  severity: 'warning',
  scope: 'workbook',
  title: '像是抄自别的地方或单位',
  source: '文字应写本地本单位的情况',
  message: ({ found }) =>
    `文中的“${found}”与本地或本单位的身份不符。像是从别处抄来的，公开后会闹笑话，请改成本单位的说法。`,
  english: {
    title: 'Words of another place or office',
    message: ({ found }) =>
      `“${found}” does not fit this place or office. The text seems to be copied from elsewhere: write of your own unit.`
  },
  examples: { bad: '（县委部门）提升各区群众安全感', good: '（县委部门）提升各乡镇群众安全感' },
  check: (workbook) => {
    const names = namesOf(workbook).join();
    const own = levelIn(names);
    const other = own === '县' ? '区' : '县';
    const finders = [
      ...(own ? [findIn[other]] : []),
      ...findOffices.filter(({ office }) => !office.test(names)).map(({ find }) => find)
    ];
    return workbook.sheets.flatMap((sheet): readonly Finding[] => {
      if (sheet.kind === 'disclosure') return [];
      const [first, ...others] = finders.flatMap((find) => find(sheet));
      if (!first) return [];
      return [
        {
          place: { sheet: sheet.id, ...first.place },
          values: { found: textOf(first) },
          related: others.map(({ place }) => ({ sheet: sheet.id, ...place }))
        }
      ];
    });
  }
};

/** The level of the place; null where the names do not tell, or tell two. */
function levelIn(names: string): Level | null {
  const isCounty = COUNTY.test(names);
  const isDistrict = DISTRICT.test(names) || /区[委政]/.test(names);
  if (isCounty === isDistrict) return null;
  return isCounty ? '县' : '区';
}

function namesOf({ title, department, sheets }: Workbook): readonly string[] {
  const units = new Set(sheets.map((sheet) => fieldText(sheet, 'unitName')));
  return [title, department, ...units];
}
