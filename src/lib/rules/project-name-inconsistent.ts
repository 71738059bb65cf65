import { remember } from '#lib/model/remember.ts';
import { fieldText, type Sheet } from '#lib/model/workbook.ts';
import { fold } from './fold.ts';
import type { Finding, SheetRule } from './rule.ts';

/** How a text of a brief begins with the name of its project. */
const OPENING = /^\s*(\S[^，。；：]{1,40}?)项目(?:是我|主要|是为|是由)/;

const SUFFIX = /(?:工作|专项|项目|经费|费用|费|资金)+$/;

/**
 * The texts of a brief call the project what its title calls it. 经费, 专项 and the like do not count, and
 * neither does a name that only says more or less.
 */
export const projectNameInconsistent: SheetRule = {
  code: 'project-name-inconsistent',
  severity: 'warning',
  scope: 'sheet',
  kinds: ['brief'],
  title: '同一项目两个名称',
  source: '项目名称前后应一致，并与预算批复一致',
  message: ({ found, name }) =>
    `标题的项目名称是“${name}”，这里写作“${found}”。名称不一致会被当成两个项目，请统一用批复的名称。`,
  english: {
    title: 'One project with two names',
    message: ({ found, name }) =>
      `The title calls the project “${name}”, this text “${found}”. They read like two projects: use the approved name.`
  },
  examples: {
    bad: '标题：水库巡查；概况：河道清淤经费项目是我部门……',
    good: '标题和概况都是水库巡查'
  },
  check: (sheet) => checkBrief(sheet)
};

const checkBrief = remember((sheet: Sheet): readonly Finding[] => {
  const name = fieldText(sheet, 'projectName').trim();
  const wanted = core(name);
  if (wanted === '') return [];
  const [first, ...others] = ['overview', 'goals'].flatMap((field) =>
    otherNameIn(fieldText(sheet, field), wanted).map((found) => ({ field, ...found }))
  );
  if (!first) return [];
  return [
    {
      place: { field: first.field, range: first.range },
      values: { found: first.found, name },
      related: [{ field: 'projectName' }, ...others.map(({ field, range }) => ({ field, range }))]
    }
  ];
});

/** The name that a text opens with, where it is another one. */
function otherNameIn(text: string, wanted: string) {
  const match = OPENING.exec(text.slice(0, 80));
  const found = match?.[1] ?? '';
  const said = core(found);
  if (!match || said === '' || said.includes(wanted) || wanted.includes(said)) return [];
  const from = match[0].indexOf(found);
  return [{ found, range: [from, from + found.length] as const }];
}

function core(name: string): string {
  return fold(name).replace(SUFFIX, '');
}
