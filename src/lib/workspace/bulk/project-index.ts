import { halfWidth } from '#lib/model/decimal.ts';
import { projectLabel, projectName, TABLE_OF_TARGETS } from '#lib/model/project-name.ts';
import { fieldText, sheetName, type Sheet } from '#lib/model/workbook.ts';

/** Finds projects by what people write to name them. */
export interface ProjectIndex {
  /** The ids of the projects that a text names: by code, or else by name, with its number or without. */
  find(text: string): readonly string[];
}

/** An index of project sheets. */
export function projectIndex(sheets: readonly Sheet[]): ProjectIndex {
  const byCode = new Map<string, string[]>();
  const byName = new Map<string, string[]>();
  for (const sheet of sheets) {
    note(byCode, [fieldText(sheet, 'projectCode')], sheet.id);
    const names = [projectName(sheet), projectLabel(sheet), sheet.title, sheetName(sheet)];
    note(byName, names, sheet.id);
  }
  return {
    find(text) {
      const key = keyOf(text);
      if (key === '') return [];
      return byCode.get(key) ?? byName.get(key) ?? byName.get(withoutNumber(key)) ?? [];
    }
  };
}

function note(index: Map<string, string[]>, texts: readonly string[], id: string): void {
  const keys = new Set(texts.map(keyOf).filter((key) => key !== ''));
  for (const key of keys) index.set(key, [...(index.get(key) ?? []), id]);
}

/** Widths of signs, spaces and the words that every title ends with tell no project from another. */
function keyOf(text: string): string {
  const key = halfWidth(text).replace(/\s+/g, '').toUpperCase();
  return key.endsWith(TABLE_OF_TARGETS) ? key.slice(0, -TABLE_OF_TARGETS.length) : key;
}

function withoutNumber(key: string): string {
  return key.replace(/^(\d+|[一二三四五六七八九十]+)[、.．]/, '');
}
