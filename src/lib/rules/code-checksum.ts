import { checkCharacter, hasKnownCheck, readProjectCode } from '#lib/model/project-code.ts';
import { fieldText } from '#lib/model/workbook.ts';
import type { FieldRule } from './rule.ts';

/**
 * The check character of a project code holds. Asked only where the formula is known to hold, and
 * silent where the code has not even the form of one.
 */
export const codeChecksum: FieldRule = {
  code: 'code-checksum',
  severity: 'error',
  scope: 'field',
  title: '项目编码校验不符',
  source: '项目编码第 21 位由前 20 位算出，任何一位写错都能查出（天津、河北的 P 类编码）',
  message: ({ code }) =>
    `项目编码“${code}”的校验位与前 20 位不符，21 位中至少有一位写错了。错码会对应到别的项目或查不到，请与一体化系统逐位核对。`,
  english: {
    title: 'Project code fails its check',
    message: ({ code }) =>
      `The check character of the project code “${code}” does not follow from the other 20, so at least one of the 21 is mistyped. A wrong code leads to another project or to none; compare it with the system character by character.`
  },
  examples: { bad: '13019924P00123456789C', good: '13019924P00123456789B' },
  check: (header) => {
    const code = fieldText(header, 'projectCode').trim();
    const parts = readProjectCode(code);
    if (!parts || !hasKnownCheck(parts) || checkCharacter(code.slice(0, -1)) === parts.check) {
      return [];
    }
    return [{ place: { field: 'projectCode' }, values: { code } }];
  }
};
