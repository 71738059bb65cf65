import type { OpeningFault, PackageReceipt } from '#lib/workspace/sync-packages.ts';
import { CABINET_FAULTS } from './wording.ts';

/** Why a sync package was not opened, and what helps. Nothing of it has come in. */
export const PACKAGE_FAULTS: Readonly<Record<OpeningFault, string>> = {
  ...CABINET_FAULTS,
  foreign: '这个文件不是绩表的同步包；如果是 Word、Excel 或 PDF，请用“导入文件”打开。',
  newer: '这个同步包是用更新的绩表做的，请先更新绩表，再打开它。',
  damaged: '这个同步包不完整，可能没有拷完或传完；请让对方重新发一次。没有读入任何内容。',
  locked: '这个同步包设了密码，请输入密码。',
  'wrong-password': '密码不对，或者文件已损坏；请再问一下做这个同步包的人。',
  'no-https':
    '这个同步包设了密码，而这个网页不是 https 打开的，不能解开；请用 https 开头的网址打开绩表，或者请对方不设密码再做一份。',
  'read-only': '这份工作簿在这台设备上只能查看，不能并入修改；请向分享的人要一个可编辑的同步链接。',
  unreadable: '浏览器没能读取这个文件；如果在 U 盘上，请插好 U 盘后再试。'
};

/** What came in with a package, in one sentence: 37 处修改，新增 2 行，2 处同格冲突。 */
export function sayReceipt({ isNew, changes, tooLarge }: PackageReceipt): string {
  const { texts, rowsAdded, rowsDeleted, sheetsAdded, sheetsDeleted } = changes;
  const { moved, comments, reviewSteps, conflicts } = changes;
  if (isNew) return `这台设备上原来没有这份工作簿，已放进文件柜，共 ${sheetsAdded} 张表。`;
  const parts = [
    [texts, `${texts} 处修改`],
    [rowsAdded, `新增 ${rowsAdded} 行`],
    [rowsDeleted, `删除 ${rowsDeleted} 行`],
    [sheetsAdded, `新增 ${sheetsAdded} 张表`],
    [sheetsDeleted, `删除 ${sheetsDeleted} 张表`],
    [moved, `${moved} 处换了位置`],
    [comments, `${comments} 处批注`],
    [reviewSteps, `${reviewSteps} 步审核`],
    [conflicts, `${conflicts} 处同格冲突，请在“历史”里选定采用哪一个`]
  ] as const;
  const said = parts.filter(([count]) => count > 0).map(([, text]) => text);
  if (said.length === 0) return '没有新的内容：里面的修改这台设备上都已经有了。';
  const unkept = tooLarge ? '这份工作簿太大，并入之前的样子没有留成版本。' : '';
  return `并入了${said.join('，')}。${unkept}`;
}
