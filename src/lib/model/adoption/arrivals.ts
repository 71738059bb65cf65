import { newId, type IdSource } from '../ids.ts';
import { fieldText, type Sheet, type Waiver, type Workbook } from '../workbook.ts';
import { waiversFor } from './arriving-waivers.ts';

/** A sheet on its way into an open workbook. */
export interface Arrival {
  /** As it was imported, with the ids that its file carries. */
  readonly imported: Sheet;
  /**
   * As it is added. Its ids and those of its rows are always new: one that was added before and taken
   * back is still remembered under its old ids.
   */
  readonly sheet: Sheet;
  /** What was accepted in it, for the sheet as it is added. */
  readonly waivers: readonly Waiver[];
  /** The workbook that it comes from. */
  readonly source: Workbook;
  /** The sheet that is the same one: of the open workbook, or of a file before; null where it is new. */
  readonly present: Sheet | null;
}

/** The sheets of imported workbooks in their order, each with the open sheet that it is, if any. */
export function arrivalsOf(
  open: Workbook,
  imported: readonly Workbook[],
  ids: IdSource = newId
): Arrival[] {
  const arrivals: Arrival[] = [];
  const known = open.sheets.map((sheet) => identified(sheet, open));
  for (const source of imported) {
    const coming = source.sheets.map((sheet) => identified(sheet, source));
    const matching = matched(known, coming);
    for (const wanted of coming) {
      const { sheet } = wanted;
      const found = matching.get(wanted);
      const added = withNewIds(sheet, ids);
      arrivals.push({
        imported: sheet,
        sheet: added,
        waivers: waiversFor(added, sheet, source, ids),
        source,
        present: found?.sheet ?? null
      });
      if (!found) known.push({ ...wanted, sheet: added });
    }
  }
  return arrivals;
}

/** What tells a sheet from the others, without the spaces that papers write differently. */
interface Identified {
  readonly sheet: Sheet;
  readonly code: string;
  readonly name: string;
  readonly unit: { readonly code: string; readonly name: string };
}

function identified(sheet: Sheet, { department }: Workbook): Identified {
  const text = (field: string) => squeezed(fieldText(sheet, field));
  const title = squeezed(sheet.title);
  return {
    sheet,
    code: text('projectCode').toUpperCase(),
    name: text('projectName') || title.replace(/绩效目标表$/, ''),
    unit: { code: text('unitCode'), name: text('unitName') || squeezed(department) }
  };
}

function squeezed(text: string): string {
  return text.replace(/\s/g, '');
}

/** How two sheets of a kind may be the same, the surest first. */
const SIGNS: readonly ((one: Identified, other: Identified) => boolean)[] = [
  (one, other) => one.sheet.id === other.sheet.id,
  (one, other) => isSame(one, other) && sameHeadings(one, other),
  isSame
];

/**
 * Which known sheet each of those of a file is. Each is matched once at most, and no sheet takes one that
 * another is by a surer sign: a copy that stands before its original leaves the original's to it.
 */
function matched(
  known: readonly Identified[],
  coming: readonly Identified[]
): ReadonlyMap<Identified, Identified> {
  const free = new Set(known);
  const found = new Map<Identified, Identified>();
  for (const same of SIGNS) {
    for (const wanted of coming) {
      if (found.has(wanted)) continue;
      const match = [...free].find(
        (one) => one.sheet.kind === wanted.sheet.kind && same(one, wanted)
      );
      if (!match) continue;
      found.set(wanted, match);
      free.delete(match);
    }
  }
  return found;
}

function isSame(one: Identified, other: Identified): boolean {
  switch (one.sheet.kind) {
    case 'project':
      return one.code !== '' && other.code !== ''
        ? one.code === other.code
        : one.name !== '' && one.name === other.name && sameUnit(one, other);
    case 'brief':
      return one.name !== '' && one.name === other.name && sameUnit(one, other);
    case 'disclosure':
      return sameTable(one, other) && sameUnit(one, other);
    case 'text':
    case 'free':
      return one.name !== '' && one.name === other.name;
  }
}

function sameHeadings({ sheet: one }: Identified, { sheet: other }: Identified): boolean {
  return one.path.join('\n') === other.path.join('\n');
}

function sameTable(one: Identified, other: Identified): boolean {
  return one.sheet.form === other.sheet.form && (one.sheet.form !== '' || one.name === other.name);
}

/** By the codes where both print one, for a unit's name is written in more than one way. */
function sameUnit({ unit: one }: Identified, { unit: other }: Identified): boolean {
  return one.code !== '' && other.code !== '' ? one.code === other.code : one.name === other.name;
}

function withNewIds(sheet: Sheet, ids: IdSource): Sheet {
  return { ...sheet, id: ids(), rows: sheet.rows.map((row) => ({ ...row, id: ids() })) };
}
