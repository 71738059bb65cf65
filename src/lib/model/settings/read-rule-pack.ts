import * as v from 'valibot';
import { readSettings, settingsShape } from './read-settings.ts';
import type { RulePack } from './rule-pack.ts';

/** Characters of a file; a pack with as many rules as there may be is far smaller. */
const LONGEST_PACK = 1024 * 1024;

const NEWER = '规则包是由更新的绩表导出的，请先更新绩表再导入。';

const pack = v.object({
  format: v.literal('jibiao-rule-pack'),
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
  name: v.pipe(v.string(), v.maxLength(200)),
  ...settingsShape
});

const NAMES: Readonly<Record<string, string>> = {
  version: '版本',
  name: '名称',
  severities: '严重程度',
  rules: '自定义规则'
};

/**
 * Reads a rule pack from the text of a file. `leftOut` says in the user's words what of it this
 * version does not understand, `faults` what is wrong where nothing of it can be taken over; both
 * call a rule by its title, which `titleOf` makes of a key of severities.
 */
export function readRulePack(
  text: string,
  titleOf?: (key: string) => string
):
  | { readonly pack: RulePack; readonly leftOut: readonly string[] }
  | { readonly faults: readonly string[] } {
  if (text.length > LONGEST_PACK) return { faults: ['文件太大，不是规则包。'] };
  const data = parse(text);
  if (data === undefined) return { faults: ['文件读不懂，可能没有下载完整，或者不是规则包。'] };
  const result = v.safeParse(pack, data);
  if (!result.success) return { faults: faultsOf(result.issues) };
  const { format, version, name } = result.output;
  const { settings, leftOut } = readSettings(result.output, titleOf);
  const isEmpty = settings.rules.length === 0 && Object.keys(settings.severities).length === 0;
  const isNewer = version > 1;
  if (isEmpty && (isNewer || leftOut.length > 0)) {
    return { faults: isNewer ? [NEWER, ...leftOut] : leftOut };
  }
  return { pack: { format, version: 1, name, ...settings }, leftOut };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function faultsOf(issues: readonly v.BaseIssue<unknown>[]): readonly string[] {
  const keys = issues.map(({ path }) => path?.[0]?.key);
  if (keys.some((key) => key === undefined || key === 'format')) {
    return ['这个文件不是绩表的规则包。'];
  }
  return issues.map(({ input, type }, at) => {
    const fault =
      input === undefined ? '没有写' : type === 'max_length' ? '太长' : '写的内容不能识别';
    return `“${NAMES[String(keys[at])]}”${fault}。`;
  });
}
