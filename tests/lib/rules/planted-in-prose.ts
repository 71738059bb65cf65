import type { Change } from '#lib/model/edit.ts';
import { cellText, fieldText, type Sheet, type Workbook } from '#lib/model/workbook.ts';

/** Changes of one sheet that plant a fault there. */
interface Planted {
  readonly changes: readonly Change[];
  /** The sheets that the rules may point at; undefined stands for the properties of the workbook. */
  readonly sheets: readonly (string | undefined)[];
}

/** A kind of fault in prose, by the rule that has to find it. */
export interface ProseFault {
  readonly code: string;
  readonly faults: (workbook: Workbook) => readonly Planted[];
}

/** Writes `after` for every place of `before` in a field of the sheets of a kind. */
function writing(field: string, before: RegExp, after: string | ((found: string) => string)) {
  return ({ sheets }: Workbook): readonly Planted[] =>
    sheets.flatMap((sheet) => {
      const text = fieldText(sheet, field);
      const places = text === '' ? [] : [...text.matchAll(before)];
      return places.map(({ index, 0: found }) => {
        const words = typeof after === 'string' ? after : after(found);
        return rewritten(
          sheet,
          field,
          text.slice(0, index) + words + text.slice(index + found.length)
        );
      });
    });
}

function rewritten({ id }: Sheet, field: string, text: string): Planted {
  return { changes: [{ do: 'field', sheet: id, field, text }], sheets: [id] };
}

/** A large sum, of which nothing says what it is for. */
function inOneSum(sheet: string, rows: Sheet['rows']): Planted {
  const texts = { funds: '2024年该项目主要安排资金共计150万元。', fundsTotal: '150' };
  const changes = Object.entries(texts).map(([field, text]): Change => ({
    do: 'field',
    sheet,
    field,
    text
  }));
  return {
    changes: [...changes, { do: 'delete', rows: rows.map(({ id }) => id) }],
    sheets: [sheet]
  };
}

/** The faults that can be planted in clean prose. */
export const PROSE_FAULTS: readonly ProseFault[] = [
  {
    code: 'narrative-parts-sum',
    faults: ({ sheets }) =>
      sheets.flatMap(({ id, rows }) =>
        rows.map((row) => ({
          changes: [
            {
              do: 'cell' as const,
              row: row.id,
              column: 'amount',
              text: `${cellText(row, 'amount')}.5`
            }
          ],
          sheets: [id]
        }))
      )
  },
  {
    code: 'narrative-no-breakdown',
    faults: ({ sheets }) =>
      sheets.flatMap(({ id, kind, rows }) => (kind === 'brief' ? [inOneSum(id, rows)] : []))
  },
  {
    code: 'money-unit-mixed',
    // Behind 每 it could be a price.
    faults: writing(
      'funds',
      /(?<=(?<!每.{0,9})安排)\d+万元/g,
      (found) => `${parseInt(found, 10)}0000元`
    )
  },
  { code: 'referenced-list-missing', faults: writing('criteria', /$/g, '各项标准详见下表。') },
  { code: 'money-unit-missing', faults: writing('funds', /(?<=安排\d+万)元/g, '') },
  { code: 'count-claim', faults: writing('overview', /\n2、.*/g, '') },
  { code: 'count-claim', faults: writing('goals', /二是/g, '') },
  { code: 'count-claim', faults: writing('indicators', /(?<=分别是[^；]*)；/g, '和') },
  { code: 'year-mismatch', faults: writing('funds', /2024/g, '2023') },
  { code: 'stale-politics', faults: writing('body', /^/g, '贯彻十九届四中全会精神。') },
  { code: 'section-content-wrong', faults: writing('body', /$/g, '\n取得了明显成效。') },
  {
    code: 'project-name-inconsistent',
    faults: writing('overview', /^[^项]*(?=项目是)/g, '乡村道路养护')
  },
  { code: 'numbering', faults: writing('funds', /^2(?=、)/gm, '3') },
  { code: 'numbering', faults: writing('body', /^（二）/gm, '（四）') },
  { code: 'truncated-text', faults: writing('criteria', /。$/g, '，') },
  { code: 'personal-info', faults: writing('criteria', /$/g, '电话13912345678。') },
  { code: 'copy-paste-foreign-unit', faults: writing('body', /全县/g, '全区') },
  { code: 'debt-in-project', faults: writing('overview', /$/g, '偿还上一任所欠工程款。') },
  { code: 'typo', faults: writing('criteria', /评价/g, '布署') },
  {
    code: 'goal-list-vs-project',
    faults: writing('goals', /：[^]*/g, '：一是翻修屋面。二是更换门窗。')
  },
  {
    code: 'duplicate-text',
    faults: ({ sheets }) => {
      const text = '汛期实行领导带班和二十四小时值班制度，发现险情立即上报并组织群众转移安置到位。';
      const [first, , last] = sheets.filter(({ kind }) => kind === 'text');
      const bodyOf = (sheet: Sheet) => `${fieldText(sheet, 'body')}\n${text}`;
      return [first!, last!].map((sheet) => rewritten(sheet, 'body', `${bodyOf(sheet)}\n${text}`));
    }
  },
  {
    code: 'toc-mismatch',
    faults: ({ sheets }) =>
      sheets.slice(1, 3).map(({ id }) => ({
        changes: [{ do: 'sheet' as const, sheet: id, property: 'number' as const, text: '九、' }],
        sheets: [id]
      }))
  },
  {
    code: 'toc-missing',
    faults: () => [
      { changes: [{ do: 'workbook', property: 'department', text: '' }], sheets: [undefined] }
    ]
  }
];
