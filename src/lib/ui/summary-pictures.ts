import { Decimal } from '#lib/model/decimal.ts';
import { SEVERITIES, type Severity } from '#lib/model/problem.ts';
import type { TallyLine } from '#lib/model/problem-tally.ts';
import type { SummaryFilter } from '#lib/model/summary/counted-workbook.ts';
import type { FirstLevelCount } from '#lib/model/summary/indicators-by-kind.ts';
import type { CountedProject, UnitMoney } from '#lib/model/summary/money-by-unit.ts';
import { summaryAddress, type SummarySubject } from './summary-address.ts';
import { sayAmount, sayCount, sayLevel, sayUnit } from './summary-words.ts';
import { SEVERITY_NAMES } from './wording.ts';

/** One bar of a picture: a link to what it counts, with its name and figures beside it. */
export interface Bar {
  readonly key: string;
  readonly label: string;
  readonly href: string;
  /** Of the longest bar, from 0 to 1. */
  readonly share: number;
  readonly value: string;
  /** What is said of it besides. */
  readonly note: string;
  readonly severity?: Severity;
  /** The bars that it is made up of, made when somebody opens it. */
  readonly inner?: () => readonly Bar[];
}

/** A cell of the table under a picture. */
export interface TableCell {
  readonly text: string;
  /** What the column is sorted by. */
  readonly order: string | number;
}

/** The table under a picture. */
export interface PictureTable {
  readonly columns: readonly { readonly title: string; readonly isNumber: boolean }[];
  readonly rows: readonly {
    readonly key: string;
    readonly href: string;
    readonly cells: readonly TableCell[];
  }[];
}

/** Bars, and the same as a table. */
export interface Picture {
  readonly bars: readonly Bar[];
  /** Made when somebody opens it. */
  readonly table: () => PictureTable;
}

/** The money of units, each opened to its projects. */
export function moneyPicture(units: readonly UnitMoney[], filter: SummaryFilter): Picture {
  const largest = Math.max(0, ...units.map(({ amount }) => amount.toNumber()));
  const bars = units.map((money): Bar => {
    const { unit, amount, projects } = money;
    return {
      key: unit,
      label: sayUnit(unit),
      href: summaryAddress({ filter: { ...filter, unit }, subject: null }),
      share: shareOf(amount.toNumber(), largest),
      value: `${sayAmount(amount)} 万元`,
      note: `${sayCount(projects.length)} 个项目`,
      inner: () => projectBars(projects)
    };
  });
  return {
    bars,
    table: () => ({
      columns: [text('单位'), number('工作簿'), number('项目'), number('金额（万元）')],
      rows: units.map(({ unit, amount, workbooks, projects }, at) => ({
        key: unit,
        href: bars[at]!.href,
        cells: [
          named(sayUnit(unit)),
          counted(workbooks.length),
          counted(projects.length),
          { text: sayAmount(amount), order: amount.toNumber() }
        ]
      }))
    })
  };
}

/** The money of one unit's projects, beside its largest; each leads to its sheet. */
function projectBars(projects: readonly CountedProject[]): readonly Bar[] {
  const largest = projects[0]?.size ?? 0;
  return projects.map(({ workbook, sheet, name, amount, size }) => ({
    key: `${workbook} ${sheet}`,
    label: name || '未命名项目',
    href: `/w/${workbook}?s=${sheet}`,
    share: shareOf(size, largest),
    value: amount === '' ? '没有金额' : `${sayAmount(new Decimal(amount))} 万元`,
    note: ''
  }));
}

/** The indicators by first level, each opened to its second levels. */
export function indicatorPicture(
  levels: readonly FirstLevelCount[],
  filter: SummaryFilter
): Picture {
  const most = levels[0]?.count ?? 0;
  const hrefOf = (level1: string, level2: string | null) =>
    addressOf(filter, { of: 'kind', level1, level2 });
  return {
    bars: levels.map(({ level1, count, workbooks, second }): Bar => ({
      key: level1,
      label: sayLevel(level1, '一级'),
      href: hrefOf(level1, null),
      share: shareOf(count, most),
      value: `${sayCount(count)} 个`,
      note: sayWorkbooks(workbooks),
      inner: () =>
        second.map((kind) => ({
          key: kind.level2,
          label: sayLevel(kind.level2, '二级'),
          href: hrefOf(level1, kind.level2),
          share: shareOf(kind.count, most),
          value: `${sayCount(kind.count)} 个`,
          note: sayWorkbooks(kind.workbooks)
        }))
    })),
    table: () => ({
      columns: [text('一级指标'), text('二级指标'), number('指标'), number('工作簿')],
      rows: levels.flatMap(({ second }) =>
        second.map(({ level1, level2, count, workbooks }) => ({
          key: JSON.stringify([level1, level2]),
          href: hrefOf(level1, level2),
          cells: [
            named(sayLevel(level1, '一级')),
            named(sayLevel(level2, '二级')),
            counted(count),
            counted(workbooks)
          ]
        }))
      )
    })
  };
}

/** The problems by rule and severity. */
export function problemPicture(lines: readonly TallyLine[], filter: SummaryFilter): Picture {
  const most = Math.max(0, ...lines.map(({ count }) => count));
  const hrefOf = ({ code, severity }: TallyLine) =>
    addressOf(filter, { of: 'rule', code, severity });
  return {
    bars: lines.map((line) => ({
      key: keyOf(line),
      label: line.title,
      href: hrefOf(line),
      share: shareOf(line.count, most),
      value: `${sayCount(line.count)} 处`,
      note: sayWorkbooks(line.papers),
      severity: line.severity
    })),
    table: () => ({
      columns: [text('类别'), text('问题'), number('处数'), number('工作簿')],
      rows: lines.map((line) => ({
        key: keyOf(line),
        href: hrefOf(line),
        cells: [
          { text: SEVERITY_NAMES[line.severity], order: SEVERITIES.indexOf(line.severity) },
          named(line.title),
          counted(line.count),
          counted(line.papers)
        ]
      }))
    })
  };
}

/** How much of the longest bar another one is. */
export function shareOf(size: number, largest: number): number {
  return largest > 0 ? Math.max(0, size) / largest : 0;
}

function addressOf(filter: SummaryFilter, subject: SummarySubject): string {
  return summaryAddress({ filter, subject });
}

function keyOf({ code, severity }: TallyLine): string {
  return `${severity} ${code}`;
}

function sayWorkbooks(count: number): string {
  return `${sayCount(count)} 份工作簿`;
}

const text = (title: string) => ({ title, isNumber: false });
const number = (title: string) => ({ title, isNumber: true });
const named = (name: string): TableCell => ({ text: name, order: name });
const counted = (count: number): TableCell => ({ text: sayCount(count), order: count });
