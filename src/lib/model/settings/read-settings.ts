import * as v from 'valibot';
import type { Settings } from '../workbook.ts';
import { MOST_OWN_RULES, type OwnRule } from './own-rule.ts';
import { isChosenSeverity, isSeverityKey, ownRule } from './own-rule-schema.ts';
import type { ChosenSeverity } from './severities.ts';

/** What could be read of settings, and in the user's words what could not and is left out. */
export interface ReadSettings {
  readonly settings: Settings;
  readonly leftOut: readonly string[];
}

/** The two lists of settings as foreign data; what is in them is read one by one. */
export const settingsShape = {
  severities: v.pipe(v.record(v.string(), v.unknown()), v.maxEntries(1000)),
  rules: v.array(v.unknown())
};

/** What the parts of a rule are called in the interface. */
const NAMES: Readonly<Record<string, string>> = {
  name: '名称',
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
 * Reads the settings of a pack or a workbook from a foreign hand. What this version does not
 * understand, such as a rule of a later one, is left out; the rest is taken. `titleOf` names the rule
 * of a key of severities in the user's words.
 */
export function readSettings(
  data: {
    readonly severities: Readonly<Record<string, unknown>>;
    readonly rules: readonly unknown[];
  },
  titleOf: (key: string) => string = (key) => key
): ReadSettings {
  const leftOut: string[] = [];
  const severities: [key: string, severity: ChosenSeverity][] = [];
  for (const [key, severity] of Object.entries(data.severities)) {
    if (isSeverityKey(key) && isChosenSeverity(severity)) severities.push([key, severity]);
    else
      leftOut.push(
        `规则“${written(titleOf(key))}”的“严重程度”写的是“${written(severity)}”，不能识别。`
      );
  }
  const rules = new Map<string, OwnRule>();
  for (const [at, rule] of data.rules.entries()) {
    const result = v.safeParse(ownRule, rule);
    const place = placeOf(at, rule);
    if (!result.success) leftOut.push(`${place}${faultOf(result.issues[0])}`);
    else if (rules.has(result.output.id)) leftOut.push(`${place}的“编号”与前面的一条相同。`);
    else if (rules.size === MOST_OWN_RULES)
      leftOut.push(`${place}多出来了，最多 ${MOST_OWN_RULES} 条。`);
    else rules.set(result.output.id, result.output);
  }
  return {
    settings: { severities: Object.fromEntries(severities), rules: [...rules.values()] },
    leftOut
  };
}

/** The settings that a file holds, as far as they can be read. */
export const settingsInFile = v.pipe(
  v.object(settingsShape),
  v.transform((data): Settings => readSettings(data).settings)
);

/** What cannot be read of the settings in the data of a workbook, in the user's words. */
export function leftOutOf(data: unknown): readonly string[] {
  const result = v.safeParse(v.object({ settings: v.object(settingsShape) }), data);
  return result.success ? readSettings(result.output.settings).leftOut : [];
}

/** `第 2 条自定义规则“依据没有填写”`, counted as in the file. */
function placeOf(at: number, rule: unknown): string {
  const named = v.safeParse(v.object({ name: v.pipe(v.string(), v.regex(/\S/)) }), rule);
  const name = named.success ? `“${written(named.output.name)}”` : '';
  return `第 ${at + 1} 条自定义规则${name}`;
}

function faultOf({ type, input, path, expected }: v.BaseIssue<unknown>): string {
  const keys = path?.map(({ key }) => key) ?? [];
  // What a later version says of a rule may change what it means.
  if (expected === 'never') return `里的“${written(keys.at(-1))}”是这个版本不认识的。`;
  // The id of an item is no number of a rule.
  const named = keys.length > 1 ? keys.filter((key) => key !== 'id') : keys;
  const name = named.flatMap((key) => NAMES[String(key)] ?? []).at(-1);
  const part = name === undefined ? '' : `的“${name}”`;
  if (input === undefined) return `${part}没有写。`;
  if (type === 'max_length') return `${part}${Array.isArray(input) ? '太多' : '太长'}。`;
  return `${part}写的是“${written(input)}”，不能识别。`;
}

function written(input: unknown): string {
  const text = typeof input === 'string' ? input : (JSON.stringify(input) ?? '');
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
