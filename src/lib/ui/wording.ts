import type { Severity } from '#lib/model/problem.ts';
import type { ChosenSeverity } from '#lib/model/settings/severities.ts';
import type { SharedRole } from '#lib/workspace/roles.ts';
import type { SharingFault } from '#lib/workspace/sharing.ts';
import type { StorageFault } from '#lib/workspace/store-result.ts';

export const SEVERITY_NAMES: Readonly<Record<Severity, string>> = {
  error: '错误',
  warning: '警告',
  info: '提示'
};

/** What a workbook may say of a rule. */
export const CHOSEN_SEVERITY_NAMES: Readonly<Record<ChosenSeverity, string>> = {
  ...SEVERITY_NAMES,
  off: '不检查'
};

/** What a person may do in a shared workbook. */
export const ROLE_NAMES: Readonly<Record<SharedRole, string>> = {
  view: '仅查看',
  comment: '可批注',
  edit: '可编辑',
  owner: '所有者'
};

/** What a fault of the device's storage means, and what helps. */
export const STORAGE_FAULTS: Readonly<Record<StorageFault, string>> = {
  unavailable: '浏览器没能保存到本机，修改只在这个窗口里；请不要关闭窗口，正在重试。',
  full: '磁盘空间不足，最近的修改还没有存到本机；请清理磁盘后点“重试”，不要关闭窗口。',
  blocked: '另一个窗口正在占用这份工作簿的存储；请关闭其他绩表窗口后重试。',
  damaged: '本机保存的内容有损坏，最近的修改还没有存到本机；请不要关闭窗口，先导出一份。'
};

/** Why a workbook cannot be opened, and what helps. */
export const UNREADABLE_FAULTS: Readonly<Record<StorageFault, string>> = {
  unavailable: '浏览器现在不让读取本机保存的内容；请重试，或重新打开浏览器，不要清除浏览器数据。',
  full: '磁盘空间不足，浏览器打不开本机保存的内容；请清理磁盘后重试，不要清除浏览器数据。',
  blocked: '另一个窗口正在占用这份工作簿的存储；请关闭其他绩表窗口后重试。',
  damaged: '本机保存的内容有一部分损坏了，可能是断电或者磁盘出了故障。请不要清除浏览器数据。'
};

/** Why a change to the 文件柜 could not be kept, and what helps. Nothing of it has happened. */
export const CABINET_FAULTS: Readonly<Record<StorageFault, string>> = {
  unavailable: '浏览器没能保存，这一步没有完成；请重新打开绩表后再试。',
  full: '磁盘空间不足，这一步没有完成；请清理磁盘后再试。',
  blocked: '另一个窗口正在占用本机的存储，这一步没有完成；请关闭其他绩表窗口后再试。',
  damaged: '本机保存的内容读不出来，这一步没有完成；请不要清除浏览器数据。'
};

/** Why sharing did not work, and what helps. */
export const SHARING_FAILURES: Readonly<Record<SharingFault, string>> = {
  offline: '连不上同步服务器，请检查网络后再试；工作簿仍可在本机编辑。',
  refused: '链接无效，请向发给您的人要一个新的链接。',
  elsewhere: '这个链接不是这台服务器上的，请直接在浏览器里打开它的网址。',
  expired: '链接已过期，请向发给您的人要一个新的链接。',
  stopped: '链接已停用，请向发给您的人要一个新的链接。',
  taken: '这份工作簿已由另一台设备分享，请在那台设备上生成链接。',
  password: '在这台服务器上分享需要密码，请向管理员询问，填写后再点“生成链接”。',
  'wrong-password': '分享密码不对，请核对后再试，或向管理员询问。',
  full: '服务器上的工作簿已经满了，请告诉管理员。',
  busy: '操作太频繁，请过一分钟再试。',
  failed: '同步服务器出错，请稍后再试或告诉管理员。',
  unkept: '浏览器没能在本机记下这个链接，请清理磁盘后再试。',
  'no-link': '这段文字里没有同步链接，请完整复制后再粘贴。'
};

/** Of the rules, which are fetched once the page is there. */
export const RULES_NOT_LOADED = '检查规则没能载入，请联网后刷新页面。';

/** Why a link that a workbook was opened by opens it no more. */
export const STOPPED_LINKS: Readonly<Record<'refused' | 'expired' | 'stopped', string>> = {
  refused: '链接无效',
  expired: '链接已过期',
  stopped: '链接已停用'
};
