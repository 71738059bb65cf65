import { cellText, fieldText, type Row, type Sheet } from '#lib/model/workbook.ts';
import { measure, nameOf, quantitative, target } from './indicator.ts';
import { COUNT_WORDS, plainWord } from './measure-words.ts';
import type { Finding, SheetRule } from './rule.ts';

/** Projects that pay for one thing, told by their name. Others may do many things. */
const NARROW = /保险费|租赁|租用|购置|采购|取暖|供暖|物业|维修|水电|电费|光纤|线路|车辆/;

/** What indicators do, and the words by which a project shows that it does so too. */
const DOINGS: readonly (readonly [doing: RegExp, fits: RegExp])[] = [
  [/检查|督导|督查/, /检查|督导|督查|监督|巡查|执法|整治|考核/],
  [/宣传/, /宣传|宣讲|普法|教育|活动|推广/],
  [/培训/, /培训|学习|教育|讲座/],
  [/调解|化解|纠纷/, /调解|化解|纠纷|矛盾|信访/],
  [/会议/, /会/],
  [/慰问|走访/, /慰问|走访|帮扶|救助/]
];

/** Names that say what kind of target they have. */
const IS_DATE = /(?:时间|时限|日期)$/;
const IS_RATE = /(?<![频效速功])率(?:\s*[(（]\s*[%％]\s*[)）])?$/;
const IS_COUNT = /(?:次数|人数|人次|面积|天数|户数)$/;

/**
 * An indicator fits its project, and its columns fit each other. Only projects that pay for one thing
 * are compared, with activities that they do not speak of, and only names that say what kind of target
 * they have.
 */
export const indicatorIrrelevant: SheetRule = {
  code: 'indicator-irrelevant',
  severity: 'warning',
  scope: 'sheet',
  title: '指标与项目不相关',
  source: '相关性：指标应与项目内容、资金用途密切相关，名称与指标值应一致',
  message: ({ kind, name, project, target }) =>
    kind === 'project'
      ? `指标“${name}”与项目“${project}”不相关，名称、用途和绩效目标里都没有提到。多半是从别的表抄来的，请换成反映本项目的指标。`
      : `指标“${name}”的指标值“${target}”与名称说的不是一回事，自评时无法对照。请核对是名称错了还是指标值错了。`,
  english: {
    title: 'Indicator does not fit',
    message: ({ kind, name, project, target }) =>
      kind === 'project'
        ? `The indicator “${name}” does not fit the project “${project}”, whose name, use and goal do not speak of it. It was most likely copied from another table; set one that tells of this project.`
        : `The target “${target}” is not of the kind that the name “${name}” speaks of, and the self-evaluation cannot compare them. See whether the name or the target is wrong.`
  },
  examples: { bad: '车辆保险费项目的“监督检查次数”', good: '车辆保险费项目的“投保车辆数”' },
  check: (sheet) => {
    const project = projectText(sheet);
    const isNarrow = NARROW.test(projectName(sheet));
    return sheet.rows.flatMap((row): readonly Finding[] => {
      const isForeign = isNarrow && doingsOf(row).some((at) => !DOINGS[at]![1].test(project));
      if (!isForeign && !disagrees(row)) return [];
      return [
        {
          place: { row: row.id, column: isForeign ? 'level3' : 'target' },
          values: {
            kind: isForeign ? 'project' : 'columns',
            name: nameOf(row),
            project: projectName(sheet),
            target: target(row)
          },
          related: isForeign ? [{ field: 'projectName' }] : [{ row: row.id, column: 'level3' }]
        }
      ];
    });
  }
};

function projectName(sheet: Sheet): string {
  return fieldText(sheet, 'projectName').trim() || sheet.title.trim();
}

function projectText(sheet: Sheet): string {
  return `${projectName(sheet)} ${fieldText(sheet, 'usage')} ${fieldText(sheet, 'goal')}`;
}

/** What an indicator of the output does, as places in `DOINGS`. */
function doingsOf(row: Row): readonly number[] {
  if (!['quantity', 'quality', 'time'].includes(measure(row) ?? '')) return [];
  const name = cellText(row, 'level3');
  return DOINGS.flatMap(([doing], at) => (doing.test(name) ? [at] : []));
}

/** Whether the target is of another kind than the name says; quantities have rules of their own. */
function disagrees(row: Row): boolean {
  const name = cellText(row, 'level3').trim();
  const unit = quantitative(row)?.unit ?? '';
  const isPercent = unit.startsWith('%');
  if (measure(row) === 'quantity') return false;
  if (IS_DATE.test(name) || IS_COUNT.test(name)) return isPercent;
  return IS_RATE.test(name) && COUNT_WORDS.has(plainWord(unit));
}
