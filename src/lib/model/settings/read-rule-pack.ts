import * as v from 'valibot';
import { ownRules, severities } from './own-rule-schema.ts';
import type { RulePack } from './rule-pack.ts';

/** Characters of a file; a pack with as many rules as there may be is far smaller. */
const LONGEST_PACK = 1024 * 1024;

/** So many faults of a file are told; the others often follow from them. */
const MOST_FAULTS = 5;

const pack = v.object({
  format: v.literal('jibiao-rule-pack'),
  version: v.literal(1),
  name: v.pipe(v.string(), v.maxLength(200)),
  severities,
  rules: ownRules
});

/** What the parts of a pack are called in the interface. */
const NAMES: Readonly<Record<string, string>> = {
  name: '名称',
  severities: '严重程度',
  rules: '自定义规则',
  id: '编号',
  active: '是否启用',
  where: '在哪里查',
  kind: '表的种类',
  form: '表式',
  title: '表名',
  item: '查什么',
  at: '列或表头项',
  condition: '条件',
  is: '条件',
  text: '文字',
  than: '对比的数',
  of: '对比的数',
  number: '数',
  column: '列',
  items: '对比的各项',
  date: '日期',
  severity: '严重程度',
  message: '说明'
};

/**
 * Reads a rule pack from the text of a file. Where it is none, `faults` says in the user's words what
 * is wrong and where, and nothing is taken over.
 */
export function readRulePack(
  text: string
): { readonly pack: RulePack } | { readonly faults: readonly string[] } {
  if (text.length > LONGEST_PACK) return { faults: ['文件太大，不是规则包。'] };
  const data = parse(text);
  if (data === undefined) return { faults: ['文件读不懂，可能没有下载完整，或者不是规则包。'] };
  const result = v.safeParse(pack, data);
  if (result.success) return { pack: result.output };
  const keys = result.issues.map(keysOf);
  if (keys.some(([first]) => first === undefined || first === 'format')) {
    return { faults: ['这个文件不是绩表的规则包。'] };
  }
  if (keys.some(([first]) => first === 'version')) {
    return { faults: ['规则包是由更新的绩表导出的，请先更新绩表再导入。'] };
  }
  return { faults: result.issues.slice(0, MOST_FAULTS).map(faultOf) };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

type Issue = v.BaseIssue<unknown>;

function keysOf({ path }: Issue): readonly unknown[] {
  return path?.map(({ key }) => key) ?? [];
}

function faultOf(issue: Issue): string {
  return `${placeOf(keysOf(issue))}${reasonOf(issue)}`;
}

/** `第 2 条自定义规则的“严重程度”`, `规则 unit-missing 的“严重程度”`. */
function placeOf([first, second, ...inner]: readonly unknown[]): string {
  if (first === 'severities' && second !== undefined) return `规则 ${String(second)} 的“严重程度”`;
  if (first !== 'rules' || typeof second !== 'number') return `“${NAMES[String(first)]}”`;
  const rule = `第 ${second + 1} 条自定义规则`;
  // The id of an item is no number of a rule.
  const named = inner.length > 1 ? inner.filter((key) => key !== 'id') : inner;
  const names = named.flatMap((key) => NAMES[String(key)] ?? []);
  return names.length === 0 ? rule : `${rule}的“${names.at(-1)}”`;
}

function reasonOf({ type, input }: Issue): string {
  if (input === undefined) return '没有写。';
  switch (type) {
    case 'max_length':
    case 'max_entries':
      return Array.isArray(input) || typeof input === 'object' ? '太多。' : '太长。';
    case 'check':
      return '中有两条的编号相同。';
    default:
      return `写的是“${written(input)}”，不能识别。`;
  }
}

function written(input: unknown): string {
  const text = typeof input === 'string' ? input : (JSON.stringify(input) ?? '');
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
