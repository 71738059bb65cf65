import type { Change } from '#lib/model/edit.ts';
import type { Form } from '#lib/model/forms.ts';
import type { Fix } from '#lib/model/problem.ts';
import { remember } from '#lib/model/remember.ts';
import { cellText, type Row, type Sheet } from '#lib/model/workbook.ts';
import { FIXES } from './fix-labels.ts';
import type { SheetRule } from './rule.ts';

/** The words that tell second levels apart, whatever else a form calls them; the first that fits holds. */
const WORDS = [
  ...['数量', '质量', '时效', '满意', '可持续', '社会成本', '环境成本', '成本'],
  ...['经济', '社会', '生态']
];

const wordOf = (level2: string) => WORDS.find((word) => level2.includes(word));

/** The words of the second levels of a form in its order. */
const orderOf = remember((form: Form) =>
  form.levels.flatMap(({ second }) => second).map((level2) => wordOf(level2))
);

/** A row with the place of its second level in the form; −1 where the form does not give it one. */
interface Ranked {
  readonly row: Row;
  readonly rank: number;
}

/**
 * The second levels of a sheet stand in the order of the form. Rows that the form gives no place,
 * such as a cost under another first level, stay with the row before them.
 */
export const l2Order: SheetRule = {
  code: 'l2-order',
  severity: 'info',
  scope: 'sheet',
  title: '二级指标顺序不对',
  source: '表式的顺序：数量、质量、时效、成本，经济、社会、生态、可持续影响，满意度',
  message: ({ level2, before }) =>
    `“${level2}”排在“${before}”后面，与表式的顺序不同。顺序乱了不容易看出缺了哪一类，请按表式排列。`,
  english: {
    title: 'Second levels out of order',
    message: ({ level2, before }) =>
      `“${level2}” stands after “${before}”, which is not the order of the form. Out of order it is hard to see which kind is missing; arrange the rows as in the form.`
  },
  examples: { bad: '时效指标、数量指标', good: '数量指标、时效指标' },
  check: ({ id, rows }, { form }) => {
    const ranked = rows.map((row): Ranked => ({ row, rank: rankOf(row, form) }));
    let highest: Ranked | undefined;
    for (const each of ranked) {
      if (each.rank < 0) continue;
      if (highest && each.rank < highest.rank) {
        return [
          {
            place: {},
            values: {
              level2: cellText(each.row, 'level2').trim(),
              before: cellText(highest.row, 'level2').trim()
            },
            related: [each, highest].map(({ row }) => ({ row: row.id, column: 'level2' })),
            fixes: [inOrder(id, ranked)]
          }
        ];
      }
      highest = each;
    }
    return [];
  }
};

function rankOf(row: Row, form: Form): number {
  const word = wordOf(cellText(row, 'level2'));
  if (word === undefined) return -1;
  if (word.includes('成本') && !isCostAtHome(row, form)) return -1;
  return orderOf(form).indexOf(word);
}

/** Whether a cost stands under the first level that the form has it under; blank is taken for that. */
function isCostAtHome(row: Row, form: Form): boolean {
  const level1 = cellText(row, 'level1').trim();
  const home = form.levels.find(({ second }) => second.some((level2) => level2.includes('成本')));
  return level1 === '' || level1 === home?.name;
}

/** Moves each row that is out of place behind the one that it follows, in the order of the form. */
function inOrder(sheet: Sheet['id'], ranked: readonly Ranked[]): Fix {
  const blocks: Ranked[][] = [];
  for (const each of ranked) {
    const block = blocks.at(-1);
    if (each.rank < 0 && block) block.push(each);
    else blocks.push([each]);
  }
  const rows = blocks
    .sort(([a], [b]) => a!.rank - b!.rank)
    .flat()
    .map(({ row }) => row.id);
  const label = FIXES.arrangeByForm;
  const changes: Change[] = [{ do: 'move', rows, sheet, after: null }];
  return { label, edit: { label, changes } };
}
