import { remember } from '#lib/model/remember.ts';
import { fieldText, type Sheet, type Workbook } from '#lib/model/workbook.ts';
import { fold } from './fold.ts';
import { groupBy } from './group-by.ts';
import type { Finding, WorkbookRule } from './rule.ts';

/** A header that gives both the code and the name of its unit. */
interface Unit {
  readonly sheet: string;
  readonly code: string;
  readonly name: string;
  /** The name as comparing sees it. */
  readonly folded: string;
}

/** The code of a department without its unit; it may stand above a table in place of the unit's. */
const DEPARTMENT_ONLY = /^\d{3}$/;

const unitOf = remember(({ id, fields }: Pick<Sheet, 'id' | 'fields'>): Unit | null => {
  const code = fieldText({ fields }, 'unitCode').trim();
  const name = fieldText({ fields }, 'unitName').trim();
  if (code === '' || name === '' || DEPARTMENT_ONLY.test(code)) return null;
  return { sheet: id, code, name, folded: fold(name) };
});

/**
 * A unit code stands with one name and a name with one code, wherever they appear. What stands with
 * it most often is taken for right.
 */
export const unitCodeInconsistent: WorkbookRule = {
  code: 'unit-code-inconsistent',
  severity: 'warning',
  scope: 'workbook',
  title: '单位编码与名称不一致',
  source: '一个单位一个编码，在整套材料中应一致；下属单位各有各的编码',
  message: ({ code, name, kind, other }) =>
    kind === 'name'
      ? `单位编码“${code}”在这里的名称是“${name}”，在别的表里是“${other}”。同一编码两个名称，审核时分不清是哪个单位的项目，请改成一致。`
      : `“${name}”在这里的单位编码是“${code}”，在别的表里是“${other}”。同一单位两个编码，汇总时会算成两个单位，请改成一致。`,
  english: {
    title: 'Unit code and name disagree',
    message: ({ code, name, kind, other }) =>
      kind === 'name'
        ? `The unit code “${code}” stands with the name “${name}” here and with “${other}” elsewhere. A reviewer cannot tell whose project this is; make them agree.`
        : `The unit “${name}” has the code “${code}” here and “${other}” elsewhere. Totals will count it as two units; make them agree.`
  },
  examples: { bad: '101001 既是水务局又是水文站', good: '101001 处处都是水务局' },
  check: ({ sheets }: Workbook) => {
    const units = sheets.flatMap((sheet) => unitOf(sheet) ?? []);
    return [
      ...oddOnes(
        units,
        'name',
        ({ code }) => code,
        ({ folded }) => folded
      ),
      ...oddOnes(
        units,
        'code',
        ({ folded }) => folded,
        ({ code }) => code
      )
    ];
  }
};

/** The units that share `keyOf` with others, but not what most of those have in `valueOf`. */
function oddOnes(
  units: readonly Unit[],
  kind: 'name' | 'code',
  keyOf: (unit: Unit) => string,
  valueOf: (unit: Unit) => string
): readonly Finding[] {
  return [...groupBy(units, keyOf).values()].flatMap((same) => {
    const byValue = [...groupBy(same, valueOf).values()].sort((a, b) => b.length - a.length);
    const [usual] = byValue.shift() ?? [];
    if (!usual) return [];
    return byValue.flat().map(({ sheet, code, name }) => ({
      place: { sheet, field: kind === 'name' ? 'unitName' : 'unitCode' },
      values: { code, name, kind, other: kind === 'name' ? usual.name : usual.code },
      related: [{ sheet: usual.sheet, field: kind === 'name' ? 'unitName' : 'unitCode' }]
    }));
  });
}
