import { createWorkbook } from '#lib/model/create.ts';
import type { IdSource } from '#lib/model/ids.ts';
import type { Note } from '#lib/model/note.ts';
import { restoreWaivers, type Skeleton } from '#lib/model/skeleton.ts';
import type { SheetKind, Workbook } from '#lib/model/workbook.ts';
import type { SheetOrigin } from '../paper/ledger.ts';
import type { Line } from '../paper/lines.ts';
import { readAdded, readChanged, type Found } from './added-sheets.ts';
import { cutBeyondForm } from './beyond-form.ts';
import { readBrief } from './brief.ts';
import { originOf, restoreSheet, type ReadForm } from './printed-sheet.ts';
import { readProject } from './project.ts';
import { divideByAnchors, type Range } from './ranges.ts';
import { readDisclosure, readFree } from './tables.ts';
import { readProseText } from './text.ts';

const READERS: Readonly<Record<SheetKind, ReadForm>> = {
  project: readProject,
  brief: readBrief,
  disclosure: readDisclosure,
  text: readProseText,
  free: readFree
};

const RECOGNISED: Note = {
  kind: 'recognised',
  line: 1,
  text: '文件由绩表导出，按原来的工作簿读入。',
  place: {}
};

/**
 * Reads a file that was exported from a workbook: each sheet by the inverse of its form, verbatim, with
 * the ids that the file carries. What was changed in Word or Excel wins. What is not in the form any
 * more, or was added, is read as any other paper.
 */
export function readCarried(
  lines: readonly Line[],
  skeleton: Skeleton,
  ids: IdSource
): {
  readonly workbook: Workbook;
  readonly notes: readonly Note[];
  readonly origins: readonly SheetOrigin[];
} {
  const { title, department, cover, added, front, ranges, missing } = divideByAnchors(
    lines,
    skeleton
  );
  // What somebody wrote below the cover belongs to it, unless it is a part of the paper.
  const below = readAdded(added, ids);
  const isCover = below.sheets.length === 0;
  const found = [
    ...(isCover ? [] : [below]),
    readAdded(front, ids),
    ...ranges.map((range) => readRange(range, ids))
  ];
  const sheets = found.flatMap((part) => part.sheets);
  const { id, year, region, form, settings, waivers } = skeleton;
  const workbook = createWorkbook({
    id,
    title: skeleton.title ?? title ?? '',
    year,
    region,
    department: skeleton.department || department,
    cover: [...cover, ...(isCover ? added.map(({ text }) => text) : [])].join('\n'),
    form,
    settings,
    sheets,
    waivers: restoreWaivers(waivers, sheets)
  });
  const notes = [RECOGNISED, ...missingNotes(missing), ...found.flatMap((part) => part.notes)];
  return { workbook, notes, origins: found.flatMap((part) => part.origins) };
}

function missingNotes(count: number): Note[] {
  if (count === 0) return [];
  const text = `原来的工作簿中有 ${count} 张表在文件里已找不到，没有读入。`;
  return [{ kind: 'recognised', line: 1, text, place: {} }];
}

function readRange(range: Range, ids: IdSource): Found {
  const { carried, path } = range;
  const { lines, notes: beside } = cutBeyondForm(range.lines, carried);
  const printed = READERS[carried.kind](lines, carried);
  if (!printed) return readChanged(range, ids);
  const { sheets, notes, origins } = readAdded(printed.rest, ids);
  const own = originOf(printed, carried, lines);
  // Without a heading that says another, the place in the outline is that of the sheet above.
  const isHeaded = printed.rest[0]?.level !== undefined;
  const assumed = sheets[0]?.path.join('\n');
  const added = sheets.map((sheet) =>
    isHeaded || sheet.path.join('\n') !== assumed ? sheet : { ...sheet, path }
  );
  return {
    sheets: [restoreSheet(printed, carried, path, ids), ...added],
    notes: [...beside, ...notes],
    origins: own ? [own, ...origins] : origins
  };
}
