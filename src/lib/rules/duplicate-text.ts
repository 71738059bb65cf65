import { remember } from '#lib/model/remember.ts';
import { sheetName, type Place, type Sheet } from '#lib/model/workbook.ts';
import { fold } from './fold.ts';
import type { Finding, WorkbookRule } from './rule.ts';
import { proseOf } from './sheet-texts.ts';
import { sheetsOf } from './sheets-by-kind.ts';

/** Characters without punctuation: shorter paragraphs are phrases that anybody uses. */
const LONG_ENOUGH = 30;

/** Sentences that the official form of a brief asks for word by word. */
const OFFICIAL = /^上述工作活动的绩效目标/;

interface Paragraph {
  readonly folded: string;
  readonly field: string;
  readonly range: readonly [from: number, to: number];
}

const paragraphsOf = remember((sheet: Sheet): readonly Paragraph[] =>
  proseOf(sheet).flatMap(({ field, text }) => {
    let from = 0;
    return text.split('\n').flatMap((line): readonly Paragraph[] => {
      const range = [from, from + line.length] as const;
      from = range[1] + 1;
      const folded = line.length < LONG_ENOUGH ? '' : fold(line);
      const counts = folded.length >= LONG_ENOUGH && !OFFICIAL.test(line.trim());
      return counts ? [{ folded, field, range }] : [];
    });
  })
);

/**
 * No paragraph stands twice among the sections, or among the briefs, whose goals the sections repeat. One
 * problem for each two sheets, at the first such paragraph of the later one; the others are related, and
 * so is where they stand first.
 */
export const duplicateText: WorkbookRule = {
  code: 'duplicate-text',
  severity: 'warning',
  scope: 'workbook',
  title: '段落重复',
  source: '各部分应写各自的内容',
  message: ({ other, count }) =>
    `这里有 ${count} 段与“${other}”一字不差。两处内容不同却文字相同，多半是贴错了，请改写或删去一处。`,
  english: {
    title: 'A paragraph stands twice',
    message: ({ other, count }) =>
      `Paragraphs here that also stand in “${other}”, word by word: ${count}. Two sections should not say the same: rewrite or delete one.`
  },
  examples: { bad: '工作保障措施与总体绩效目标有同样的段落', good: '每个部分写各自的内容' },
  check: (workbook) => [
    ...findRepeated(sheetsOf(workbook, 'text')),
    ...findRepeated(sheetsOf(workbook, 'brief'))
  ]
};

function findRepeated(sheets: readonly Sheet[]): readonly Finding[] {
  const known = new Map<string, { readonly sheet: Sheet; readonly paragraph: Paragraph }>();
  return sheets.flatMap((sheet) => {
    const repeated = new Map<Sheet, Place[]>();
    for (const paragraph of paragraphsOf(sheet)) {
      const before = known.get(paragraph.folded);
      if (!before) known.set(paragraph.folded, { sheet, paragraph });
      // The overview and the goals of one brief may well say the same.
      else if (before.sheet !== sheet || sheet.kind === 'text') {
        const places = repeated.get(before.sheet) ?? [];
        places.push(placeOf(sheet, paragraph), placeOf(before.sheet, before.paragraph));
        repeated.set(before.sheet, places);
      }
    }
    return [...repeated].flatMap(([other, places]) => findingOf(other, places));
  });
}

function findingOf(other: Sheet, [place, earlier, ...more]: readonly Place[]): readonly Finding[] {
  if (!place || !earlier) return [];
  return [
    {
      place,
      values: { other: sheetName(other), count: String(more.length / 2 + 1) },
      related: [earlier, ...more]
    }
  ];
}

function placeOf(sheet: Sheet, { field, range }: Paragraph): Place {
  return { sheet: sheet.id, field, range };
}
