import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdit } from '#lib/model/apply.ts';
import { contentsText } from '#lib/model/workbook-property.ts';
import { sheetName, type Place, type Workbook } from '#lib/model/workbook.ts';
import { check } from '#lib/rules/check.ts';
import { NINE_FORMS } from '#lib/rules/disclosure-sets.ts';
import { balancedDisclosures } from './balanced-disclosure.ts';
import { cleanProse } from './clean-prose.ts';

/** A paper with the 目录 that a print of it has. */
function printed(paper: Workbook): Workbook {
  let above = '';
  const lines = paper.sheets.flatMap((sheet, at) => {
    const heading = sheet.path.join(' ');
    const begins = heading === above || heading === '' ? [] : [heading];
    above = heading;
    return [...begins, `${sheetName(sheet)}\t${at + 1}`];
  });
  return { ...paper, contents: lines.join('\n') };
}

/** A fault of the 目录 or the cover, and what is found of it. */
interface Fault {
  readonly says: string;
  readonly code: string;
  /** @param pick chooses one of the sheets that it can be planted for */
  readonly plant: (paper: Workbook, pick: number) => Workbook;
  readonly place: (paper: Workbook, pick: number) => Place;
}

/** Any of the three briefs, whose entries have no numbers. */
const briefAt = ({ sheets }: Workbook, pick: number) =>
  sheets.filter(({ kind }) => kind === 'brief')[pick % 3]!;

const lineOf = ({ contents }: Workbook, title: string) =>
  contents!.split('\n').find((line) => line.includes(title))!;

function replaced(paper: Workbook, before: string, after: string): Workbook {
  return { ...paper, contents: paper.contents!.replace(before, () => after) };
}

/** The place of the entry that begins with a text. */
function entryAt({ contents }: Workbook, text: string): Place {
  const from = contents!.indexOf(text);
  return { field: 'contents', range: [from, from + text.length] };
}

const FAULTS: readonly Fault[] = [
  {
    says: 'an entry left out',
    code: 'toc-mismatch',
    plant: (paper, pick) => replaced(paper, lineOf(paper, briefAt(paper, pick).title), ''),
    place: (paper, pick) => ({ sheet: briefAt(paper, pick).id })
  },
  {
    says: 'an entry of something else',
    code: 'toc-mismatch',
    plant: (paper) => ({ ...paper, contents: `${paper.contents}\n水费征收管理办法\t9` }),
    place: (paper) => entryAt(paper, '水费征收管理办法')
  },
  {
    says: 'another title',
    code: 'toc-mismatch',
    plant: (paper, pick) => {
      const { title } = briefAt(paper, pick);
      return replaced(paper, title, title.replace('关于', '关于全县'));
    },
    place: (paper, pick) => entryAt(paper, briefAt(paper, pick).title.replace('关于', '关于全县'))
  },
  {
    says: 'another number',
    code: 'toc-mismatch',
    plant: (paper) => replaced(paper, '三、工作保障措施', '四、工作保障措施'),
    place: (paper) => entryAt(paper, '四、工作保障措施')
  },
  {
    says: 'two entries in the other order',
    code: 'toc-mismatch',
    plant: (paper) => {
      const [one, two] = [0, 1].map((pick) => lineOf(paper, briefAt(paper, pick).title));
      return replaced(paper, `${one}\n${two}`, `${two}\n${one}`);
    },
    place: (paper) => entryAt(paper, briefAt(paper, 0).title)
  },
  {
    says: 'no 目录 at all',
    code: 'toc-missing',
    plant: (paper) => ({ ...paper, contents: '' }),
    place: () => ({ field: 'contents' })
  },
  {
    says: 'nobody who examined it',
    code: 'toc-missing',
    plant: (paper) => ({ ...paper, cover: '' }),
    place: () => ({ field: 'cover' })
  }
];

describe('a fault planted in the 目录 or on the cover', () => {
  it('has nothing beside it', () => {
    fc.assert(
      fc.property(cleanProse, (clean) => {
        expect(check(printed(clean))).toEqual([]);
      }),
      { numRuns: 40 }
    );
  });

  it.each(FAULTS)('$code finds $says there and nowhere else', ({ code, plant, place }) => {
    fc.assert(
      fc.property(cleanProse, fc.nat(), (clean, pick) => {
        const paper = plant(printed(clean), pick);
        const found = check(paper);
        expect(found.map((one) => ({ code: one.code, place: one.place }))).toEqual([
          { code, place: place(paper, pick) }
        ]);
        for (const { edit } of found[0]!.fixes) expect(check(applyEdit(paper, edit))).toEqual([]);
      }),
      { numRuns: 40 }
    );
  });

  it('rec-toc9 finds any of the nine tables left out of the 目录', () => {
    fc.assert(
      fc.property(balancedDisclosures, fc.nat(), (disclosure, pick) => {
        const paper = printed(disclosure);
        expect(check(paper)).toEqual([]);
        const nine = paper.sheets.filter(({ form }) => NINE_FORMS.includes(form));
        const left = lineOf(paper, sheetName(nine[pick % nine.length]!));
        const lines = paper.contents!.split('\n').filter((line) => line !== left);
        const found = check({ ...paper, contents: lines.join('\n') });
        expect(found.map(({ code, place }) => ({ code, place }))).toEqual([
          { code: 'rec-toc9', place: { field: 'contents' } }
        ]);
      }),
      { numRuns: 40 }
    );
  });

  it('is mended by the 目录 that the program makes, as one step', () => {
    fc.assert(
      fc.property(cleanProse, (clean) => {
        const [problem] = check({ ...clean, contents: '' });
        expect(problem!.fixes).toEqual([
          {
            label: '改用自动目录',
            edit: {
              label: '改用自动目录',
              changes: [{ do: 'workbook', property: 'contents', text: contentsText(null) }]
            }
          }
        ]);
      }),
      { numRuns: 1 }
    );
  });
});
