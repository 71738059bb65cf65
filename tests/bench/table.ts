import { meetsAim, ratioOf, type Figure } from './figure.ts';

const HEADS = ['figure', 'measured', 'baseline', 'ratio', 'aim', '', 'baseline is'];
/** Columns of numbers stand at the right. */
const RIGHT = [1, 2, 3, 4];

/** The figures as a table of plain text, a line each. */
export function tableOf(figures: readonly Figure[]): string {
  const lines = [HEADS, ...figures.map(cellsOf)];
  const widths = HEADS.map((_, column) => Math.max(...lines.map((line) => line[column]!.length)));
  const [heads, ...rows] = lines.map((line) =>
    line
      .map((cell, column) =>
        RIGHT.includes(column) ? cell.padStart(widths[column]!) : cell.padEnd(widths[column]!)
      )
      .join('  ')
      .trimEnd()
  );
  const rule = widths.map((width) => '-'.repeat(width)).join('  ');
  return [heads, rule, ...rows].join('\n');
}

function cellsOf(figure: Figure): string[] {
  const { name, unit, measured, baseline, aim } = figure;
  const ratio = ratioOf(figure);
  const met = meetsAim(figure);
  return [
    name,
    `${digits(measured)} ${unit}`,
    baseline ? `${digits(baseline.value)} ${unit}` : '',
    ratio === null ? '' : `${digits(ratio)} ×`,
    aim === null ? '' : 'most' in aim ? `≤ ${aim.most} ${unit}` : `≤ ${aim.times} ×`,
    met === null ? '' : met ? 'ok' : 'misses',
    baseline?.name ?? ''
  ];
}

/** Three digits are more than two runs agree on. */
function digits(value: number): string {
  return value >= 100 ? value.toFixed(0) : value.toPrecision(3);
}
