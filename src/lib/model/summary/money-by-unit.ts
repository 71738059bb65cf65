import { Decimal } from '../decimal.ts';
import type { CountedWorkbook } from './counted-workbook.ts';
import type { ProjectSummary } from './summary.ts';

/** A project with the workbook that it stands in. */
export interface CountedProject extends ProjectSummary {
  /** The id of its workbook. */
  readonly workbook: string;
  /** The amount as a number of 万元, to draw and to sort; 0 where there is none. */
  readonly size: number;
}

/** The money of one unit. */
export interface UnitMoney {
  readonly unit: string;
  /** In 万元. */
  readonly amount: Decimal;
  /** How many projects have no amount that can be read. */
  readonly without: number;
  /** The ids of its workbooks. */
  readonly workbooks: readonly string[];
  /** The largest first. */
  readonly projects: readonly CountedProject[];
}

/** The money of the projects of some workbooks by unit, the largest first. */
export function moneyByUnit(workbooks: readonly CountedWorkbook[]): readonly UnitMoney[] {
  const units = new Map<string, CountedProject[]>();
  for (const { id, projects } of workbooks) {
    for (const project of projects) {
      const counted = { ...project, workbook: id, size: Number(project.amount) };
      const known = units.get(project.unit);
      if (known) known.push(counted);
      else units.set(project.unit, [counted]);
    }
  }
  return [...units]
    .map(([unit, projects]): UnitMoney => ({
      unit,
      amount: sumOf(projects),
      without: projects.filter(({ amount }) => amount === '').length,
      workbooks: [...new Set(projects.map(({ workbook }) => workbook))],
      projects: projects.sort((a, b) => b.size - a.size)
    }))
    .sort((a, b) => b.amount.comparedTo(a.amount));
}

/** The money of units together, in 万元. */
export function totalMoney(units: readonly UnitMoney[]): Decimal {
  return units.reduce<Decimal>((sum, { amount }) => sum.plus(amount), new Decimal(0));
}

function sumOf(projects: readonly ProjectSummary[]): Decimal {
  let sum = new Decimal(0);
  for (const { amount } of projects) if (amount !== '') sum = sum.plus(amount);
  return sum;
}
