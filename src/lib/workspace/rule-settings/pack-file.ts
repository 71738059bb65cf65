import { exportFileName } from '#lib/exporters/file-name.ts';
import { writeRulePack } from '#lib/model/settings/rule-pack.ts';
import type { Workbook } from '#lib/model/workbook.ts';

/** The rule settings of a workbook as a file for others, named after its title. */
export function rulePackFile({ title, settings }: Workbook): File {
  const text = writeRulePack(settings, title);
  return new File([text], exportFileName(`${title} 规则包`, '.json'), { type: 'application/json' });
}
