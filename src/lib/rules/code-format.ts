import { isCodeCharacter, PROJECT_CODE_LENGTH, readProjectCode } from '#lib/model/project-code.ts';
import { fieldText } from '#lib/model/workbook.ts';
import type { FieldRule } from './rule.ts';

/** A project code has the 21 characters of the 一体化 system in their order. */
export const codeFormat: FieldRule = {
  code: 'code-format',
  severity: 'error',
  scope: 'field',
  title: '项目编码格式不对',
  source: '预算管理一体化系统的项目编码：6 位区划 + 2 位年度 + 1 位类别 + 11 位 + 1 位校验',
  message: ({ code, fault }) =>
    `项目编码“${code}”${fault}。编码不对就无法与一体化系统中的项目对应，请按系统中的编码改正。`,
  examples: { bad: '13019924P0012345678', good: '13019924P00123456789B' },
  check: (header) => {
    const code = fieldText(header, 'projectCode').trim();
    if (code === '' || readProjectCode(code)) return [];
    return [{ place: { field: 'projectCode' }, values: { code, fault: faultOf(code) } }];
  }
};

function faultOf(code: string): string {
  const length = [...code].length;
  const foreign = [...code].find((character) => !isCodeCharacter(character));
  if (length !== PROJECT_CODE_LENGTH) return `有 ${length} 个字符，应为 ${PROJECT_CODE_LENGTH} 个`;
  if (foreign !== undefined) return `含有编码不使用的字符“${foreign}”`;
  return '的前 8 位应为数字，第 9 位应为字母';
}
