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
  message: (values) =>
    `项目编码“${values.code}”${faultOf(values)}。编码不对就无法与一体化系统中的项目对应，请按系统中的编码改正。`,
  english: {
    title: 'Project code malformed',
    message: (values) =>
      `The project code “${values.code}” ${englishFaultOf(values)}. A malformed code cannot be matched with the project in the budget system; correct it as the system has it.`
  },
  examples: { bad: '13019924P0012345678', good: '13019924P00123456789B' },
  check: (header) => {
    const code = fieldText(header, 'projectCode').trim();
    if (code === '' || readProjectCode(code)) return [];
    const length = [...code].length;
    const foreign = [...code].find((character) => !isCodeCharacter(character)) ?? '';
    return [{ place: { field: 'projectCode' }, values: { code, length: `${length}`, foreign } }];
  }
};

type Values = Parameters<FieldRule['message']>[0];

function faultOf({ length, foreign }: Values): string {
  if (Number(length) !== PROJECT_CODE_LENGTH) {
    return `有 ${length} 个字符，应为 ${PROJECT_CODE_LENGTH} 个`;
  }
  if (foreign !== '') return `含有编码不使用的字符“${foreign}”`;
  return '的前 8 位应为数字，第 9 位应为字母';
}

function englishFaultOf({ length, foreign }: Values): string {
  if (Number(length) !== PROJECT_CODE_LENGTH) {
    return `has ${length} characters instead of ${PROJECT_CODE_LENGTH}`;
  }
  if (foreign !== '') return `holds “${foreign}”, which no code uses`;
  return 'should begin with 8 digits and a letter';
}
