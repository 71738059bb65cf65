import { remember } from '#lib/model/remember.ts';
import { fieldText, type Sheet, type Workbook } from '#lib/model/workbook.ts';
import { fold } from './fold.ts';
import { groupBy } from './group-by.ts';
import type { Finding, WorkbookRule } from './rule.ts';
import { shareOf } from './similarity.ts';
import { sheetsOf } from './sheets-by-kind.ts';

/** Below this share of a goal's words in the project's own text it is another goal. */
const OTHER_GOAL = 0.12;

/** A heading of 分项绩效目标 that names a project: （四）、河道清淤绩效目标： */
const HEADING =
  /^[（(][一二三四五六七八九十]{1,3}[)）]、?\s*(.{2,40}?)(?:项目)?绩效目标\s*[：:]?\s*$/;

const NUMBERED = /^\s*\d{1,2}[、.．]\s*/;
/** What a brief says before its goals; it names the project, whose words the goals share. */
const INTRODUCTION = /^[^：。]{0,40}绩效目标[：:]/;

const SUFFIX = /(?:工作|专项|项目|经费|费用|费|资金)+$/;

/** The goals that the list gives a project, and where. */
interface ListedGoals {
  readonly name: string;
  readonly goals: readonly string[];
  readonly range: readonly [from: number, to: number];
}

const listedGoals = remember((sheet: Sheet): readonly ListedGoals[] => {
  const listed: { name: string; goals: string[]; range: [number, number] }[] = [];
  let from = 0;
  for (const line of fieldText(sheet, 'body').split('\n')) {
    const name = line.length < 60 ? HEADING.exec(line.trim())?.[1] : undefined;
    const last = listed.at(-1);
    if (name !== undefined) {
      listed.push({ name: core(name), goals: [], range: [from, from + line.length] });
    } else if (last && NUMBERED.test(line)) {
      last.goals.push(line.replace(NUMBERED, ''));
      last.range[1] = from + line.length;
    }
    from += line.length + 1;
  }
  return listed.filter(({ name, goals }) => name !== '' && goals.length > 0);
});

/**
 * The goals that 分项绩效目标 lists for a project are those of its own text. Reported where none of them is
 * found there, even in other words.
 */
export const goalListVsProject: WorkbookRule = {
  code: 'goal-list-vs-project',
  severity: 'warning',
  scope: 'workbook',
  title: '分项目标与项目说明不一致',
  source: '分项绩效目标与项目绩效目标应一致',
  message: ({ listed }) =>
    `分项绩效目标里，这个项目的目标是“${listed}”，项目说明写的是另外的目标。同一个项目只能有一套目标，请改成一致。`,
  english: {
    title: 'The goals listed are not those of the project',
    message: ({ listed }) =>
      `The list of goals gives this project “${listed}”, its own text gives others. A project has one set of goals: make both the same.`
  },
  examples: { bad: '分项：加强资金管理；说明：保障车辆运行', good: '分项和说明都是保障车辆运行' },
  check: (workbook) =>
    sheetsOf(workbook, 'text').flatMap((list) =>
      listedGoals(list).flatMap((goals) => compare(list, goals, workbook))
    )
};

function compare(list: Sheet, listed: ListedGoals, workbook: Workbook): readonly Finding[] {
  const [brief, ...others] = briefsByName(sheetsOf(workbook, 'brief')).get(listed.name) ?? [];
  if (!brief || others.length > 0 || !areOthers(listed)(brief)) return [];
  return [
    {
      place: { sheet: brief.id, field: 'goals' },
      values: { listed: listed.goals.map(plain).join('；') },
      related: [{ sheet: list.id, field: 'body', range: listed.range }]
    }
  ];
}

const nameOf = remember((brief: Sheet) => core(fieldText(brief, 'projectName')));
const briefsByName = remember((briefs: readonly Sheet[]) => groupBy(briefs, nameOf));

/** Whether none of the listed goals is found in the goals of a brief; silent where it has none. */
const areOthers = remember(({ goals }: ListedGoals) =>
  remember((brief: Sheet): boolean => {
    const own = fieldText(brief, 'goals').replace(INTRODUCTION, '').trim();
    return own !== '' && goals.every((goal) => shareOf(withoutRemarks(goal), own) < OTHER_GOAL);
  })
);

/** As a message quotes it. */
function plain(goal: string): string {
  return goal.trim().replace(/[“”]|[；;。.]$/g, '');
}

function withoutRemarks(goal: string): string {
  return goal.replace(/[（(][^）)]*[）)]/g, '');
}

/** The name of a project without what may be added to it. */
function core(name: string): string {
  return fold(name).replace(SUFFIX, '');
}
