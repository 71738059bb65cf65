import { describe, expect, test } from 'vitest';
import { importText, type ImportResult } from '#lib/importers/import.ts';
import { Decimal } from '#lib/model/decimal.ts';
import type { Sheet } from '#lib/model/workbook.ts';
import { hasSeeds, seedText, WITHOUT_SEEDS } from '#tests/support/papers.ts';

/** Seed 003: prose, a fragment of a department table, and 15 briefs, with page numbers at line ends. */
function imported(): Extract<ImportResult, { ok: true }> {
  const result = importText(seedText('003'));
  if (!result.ok) throw new Error(result.sentence);
  return result;
}

const sheetsOf = (kind: Sheet['kind']) =>
  imported().workbook.sheets.filter((sheet) => sheet.kind === kind);

function solid(text: string): string {
  return text.replace(/\s/g, '');
}

/** The text without its page numbers: digits above the blank lines at the foot of a page. */
function withoutPages(): string {
  return seedText('003')
    .replace(/\[bookmark[^\]]*\]/g, '')
    .replace(/\(\s*\d+\s*\)(?=\s*\n)/, '')
    .replace(/(?<=[^\d\s])\d{1,2}(?=\n\s*\n\s*\n\s*\n\s*\n)/g, '')
    .replace(/(?<=信息)\d(?=\n)/, '');
}

interface Printed {
  readonly office: string;
  readonly title: string;
  readonly parts: readonly string[];
}

const LABELS = [
  '一、项目基本情况',
  '（一）项目概况',
  '（二）资金安排情况',
  '二、绩效目标和指标设置情况',
  '（一）绩效目标',
  '（二）绩效指标',
  '（三）评价标准'
];

/** The briefs as the paper prints them: what stands between one label and the next. */
function printedBriefs(): Printed[] {
  const lines = withoutPages()
    .split('\n')
    .map((line) => solid(line))
    .filter((line) => line !== '');
  const titles = lines.flatMap((line, at) => (line.endsWith('绩效目标指标的说明') ? [at] : []));
  return titles.map((at, index) => {
    const body = lines.slice(at + 1, (titles[index + 1] ?? lines.length + 1) - 1);
    const places = LABELS.map((label) => body.indexOf(label));
    const parts = places.map((place, label) => body.slice(place + 1, places[label + 1]).join(''));
    return { office: lines[at - 1]!, title: lines[at]!, parts };
  });
}

describe.skipIf(!hasSeeds)(`seed 003 (${hasSeeds ? 'here' : WITHOUT_SEEDS})`, () => {
  test('has its parts in order', () => {
    const { sheets } = imported().workbook;

    expect(sheets.map(({ kind }) => kind)).toEqual([
      ...['text', 'text', 'text', 'free', 'text'],
      ...Array<string>(15).fill('brief')
    ]);
    expect(sheets.slice(0, 5).map(({ number, title }) => solid(`${number}${title}`))).toEqual(
      withoutPages()
        .replace(/^(第二部分)\n/m, '$1')
        .split('\n')
        .map(solid)
        .filter((line) => /^(?:一、总体|二、分项|三、工作|四、部门|第二部分)/.test(line))
    );
    expect(sheets.at(-1)!.path).toEqual([
      withoutPages()
        .match(/^第三部分\n.*$/m)![0]
        .replace('\n', ' ')
    ]);
  });

  test('has the prose whole, without the page numbers and the blanks of page ends', () => {
    const prose = sheetsOf('text').map(({ fields }) => solid(fields.body!));
    const printed = solid(withoutPages());

    for (const body of prose) expect(printed).toContain(body);
    const between = (from: string, to: string) =>
      printed.slice(printed.indexOf(from) + from.length, printed.indexOf(to));
    expect(prose.slice(0, 3)).toEqual([
      between('一、总体绩效目标', '二、分项绩效目标'),
      between('二、分项绩效目标', '三、工作保障措施'),
      between('三、工作保障措施', '四、部门绩效文本信息')
    ]);
    expect(prose[3]).toBe(between('专项资金绩效目标', '第三部分'));
  });

  test('lists every page number that it took out, in their order', () => {
    const pages = imported().notes.flatMap(({ text }) => /页码“\(?(\d+)\)?”/.exec(text)?.[1] ?? []);
    const glued = seedText('003')
      .split('\n')
      .flatMap((line) => /(?<=[^\d\s])(\d{1,2})$/.exec(line)?.[1] ?? []);

    expect(pages).toEqual([...glued, '36']);
    expect(pages.map(Number)).toEqual(pages.map(Number).toSorted((a, b) => a - b));
  });

  test('has 15 briefs, each text as the paper prints it', () => {
    const briefs = sheetsOf('brief');
    const printed = printedBriefs();

    expect(printed).toHaveLength(15);
    expect(briefs.map(({ title, fields }) => [fields.office, title])).toEqual(
      printed.map(({ office, title }) => [office, title])
    );
    expect(
      briefs.map(({ fields: { overview, funds, goals, indicators, criteria } }) =>
        [overview, funds, goals, indicators, criteria].map((text) => solid(text!))
      )
    ).toEqual(printed.map(({ parts }) => [1, 2, 4, 5, 6].map((label) => parts[label]!)));
    expect(
      briefs.map(({ fields }) => fields.projectName).filter((name) => /^关于|项目$/.test(name!))
    ).toEqual([]);
    for (const { title, fields } of briefs) expect(title).toContain(`${fields.projectName}项目`);
  });

  test('has the totals, together 1,424.88 万元', () => {
    const totals = sheetsOf('brief').map(({ fields }) => fields.fundsTotal!);

    expect(totals).toEqual([...seedText('003').matchAll(/共计([\d.]+)万元/g)].map(([, n]) => n));
    expect(totals.reduce((sum, total) => sum.plus(total), new Decimal(0)).toString()).toBe(
      '1424.88'
    );
  });

  test('has the 其中 lists with their amounts as printed', () => {
    const briefs = sheetsOf('brief');

    expect(briefs.map(({ rows }) => rows.map(({ cells }) => cells.amount))).toEqual([
      ['6', '40', '4'],
      ['90', '19', '9', '2万'],
      ['150', '50'],
      ['8'],
      ['152'],
      ['17', '12', '8', '3'],
      ['12.28', '7.72'],
      ['2'],
      ['7.72', '0.2', '0.9', '0.32', '1', '1', '0.86', '4'],
      ['12', '6'],
      ['1'],
      ['10000元'],
      ['10', '10.3', '7', '2', '4', '7.3'],
      [],
      ['90', '28', '5', '44', '']
    ]);
    for (const { rows, fields } of briefs) {
      const lines = fields.funds!.split('\n').filter((line) => /^\d+[.、]/.test(line));
      expect(rows).toHaveLength(lines.length);
      for (const [at, { cells }] of rows.entries()) {
        expect(lines[at]!.replace(/^\d+[.、]\s*/, '').startsWith(cells.item!)).toBe(true);
        expect(cells.item).not.toMatch(/安排$|[，。；]$/);
      }
    }
  });

  test('keeps the fragment of the department table cell for cell, and says that it is one', () => {
    const { workbook, notes } = imported();
    const fragment = workbook.sheets.find(({ kind }) => kind === 'free')!;
    const printed = withoutPages();
    const cells = fragment.rows.map((row) => Object.values(row.cells));

    expect(solid(cells.flat().join(''))).toBe(
      solid(printed.slice(printed.indexOf('文本信息') + 4, printed.indexOf('第二部分')))
    );
    // The widths of the rows, and the cells that hold only a sign, as read by eye.
    const shape = cells.map((row) => row.map((text) => (text === '' ? '.' : 'x')).join(''));
    expect(shape).toEqual([
      'xxx....',
      'xxxx.xx',
      '.xxx.xx',
      '.xxxxxx',
      'xxx....',
      '.......',
      '.......',
      'xxxxx..'
    ]);
    expect([cells[3]![3], cells[3]![5], cells[7]![2], cells[7]![3]]).toEqual(['=', '%', '=', '%']);
    expect(notes).toContainEqual(
      expect.objectContaining({ kind: 'unknown', place: { sheet: fragment.id } })
    );
  });

  test('leaves no line without a place', () => {
    expect(imported().notes.filter(({ kind }) => kind === 'unplaced')).toEqual([]);
  });
});
