import type { Cabinet } from '#lib/workspace/cabinet.svelte.ts';
import type { OpenWorkbook } from '#lib/workspace/open-workbook.svelte.ts';
import { sayClock, sayDistance } from './times.ts';
import { ROLE_NAMES, RULES_NOT_LOADED, STOPPED_LINKS, STORAGE_FAULTS } from './wording.ts';

/** What a button of the status line does. */
export type Help =
  'retry' | 'export' | 'copy' | 'package' | 'link' | 'persist' | 'clock' | 'reload';

interface Manner {
  /** `lasting` stays until somebody does something about it; `passing` ends by itself. */
  readonly tone: 'good' | 'plain' | 'passing' | 'lasting';
  readonly help: readonly Help[];
}

const plain: Manner = { tone: 'plain', help: [] };
const passing: Manner = { tone: 'passing', help: [] };
const lasting = (...help: readonly Help[]): Manner => ({ tone: 'lasting', help });

/** Everything that the status line can say, and the buttons that help there. */
const MANNERS = {
  saved: { tone: 'good', help: [] },
  saving: plain,
  'saving-unavailable': lasting('retry', 'export'),
  'saving-full': lasting('retry', 'export'),
  'saving-blocked': lasting('retry', 'export'),
  'saving-damaged': lasting('retry', 'export'),

  alone: plain,
  connecting: plain,
  synced: plain,
  sending: passing,
  offline: passing,
  'offline-unsent': passing,
  slow: lasting('package'),
  unstored: lasting('package'),
  unreadable: lasting('package'),
  busy: passing,
  large: lasting('package'),
  older: lasting('package'),
  newer: lasting('reload'),
  withheld: lasting('copy', 'package'),
  refused: lasting('link'),
  expired: lasting('link'),
  stopped: lasting('link'),
  'refused-unsent': lasting('package', 'link'),
  'expired-unsent': lasting('package', 'link'),
  'stopped-unsent': lasting('package', 'link'),

  'clock-hours': lasting('clock'),
  'clock-days': lasting('clock'),
  unlisted: lasting(),
  evictable: { tone: 'plain', help: ['persist'] },
  declined: { tone: 'plain', help: ['export'] },

  checking: plain,
  unchecked: plain
} as const satisfies Readonly<Record<string, Manner>>;

export type StatusName = keyof typeof MANNERS;

/** The names of everything that the status line can say. */
export const STATUSES = Object.keys(MANNERS) as readonly StatusName[];

/** One thing that the status line says. */
export interface Said extends Manner {
  readonly name: StatusName;
  readonly text: string;
}

/** What the status line tells of a workbook. */
export interface Told extends Pick<OpenWorkbook, 'saving' | 'role' | 'editable' | 'unlisted'> {
  readonly checking: Pick<OpenWorkbook['checking'], 'done' | 'unavailable'>;
  readonly connection: Pick<OpenWorkbook['connection'], 'status' | 'clockAhead'>;
}

/** What it tells of the browser. */
export interface Device extends Pick<Cabinet, 'persistence' | 'declined'> {
  /** Whether the browser believes to have a network. */
  readonly online: boolean;
}

/** A clock that is wrong by less does no harm, in milliseconds. */
const RIGHT_ENOUGH = 5 * 60 * 1000;
const DAY = 24 * 60 * 60 * 1000;

/**
 * What the status line says of a workbook, from left to right: whether the device has it, whether the
 * server has it, then one thing that is to be known besides, where nothing worse is said.
 */
export function statusLine(told: Told, device: Device): readonly Said[] {
  const saving = sayingOfSaving(told);
  const sync = sayingOfSync(told, device);
  const remark = told.saving.state === 'failed' ? null : remarkOn(told, device);
  return [saving, sync, remark].filter((said) => said !== null);
}

/** What the status line says in place of the numbers of problems; null where they are known. */
export function checkStatus({ checking }: Told): Said | null {
  if (checking.done) return null;
  return checking.unavailable ? say('unchecked', RULES_NOT_LOADED) : say('checking', '正在检查…');
}

function sayingOfSaving({ saving }: Told): Said {
  if (saving.state === 'saved') return say('saved', '● 已存本机');
  if (saving.state === 'saving') return say('saving', '○ 正在存到本机…');
  return say(`saving-${saving.fault}`, `● ${STORAGE_FAULTS[saving.fault]}`);
}

function sayingOfSync({ connection, role, editable }: Told, { online }: Device): Said | null {
  const offline = editable ? '离线，可继续编辑' : '离线，可继续查看';
  const { status } = connection;
  if (status === null) return online ? null : say('alone', offline);
  const { state, pending, unsure, trouble, syncedAt, reason = 'refused' } = status;
  const waiting = pending > 0 && !unsure;
  if (state === 'refused') {
    const ended = STOPPED_LINKS[reason];
    return waiting
      ? say(`${reason}-unsent`, `${ended}，待发送的 ${pending} 处修改没有发出，只在本机。`)
      : say(reason, `${ended}，请向发给您的人要一个新的链接。`);
  }
  const unsent = waiting ? `待发送 ${pending}，` : '';
  switch (trouble) {
    case 'withheld':
      return say(trouble, `现在的权限是“${ROLE_NAMES[role]}”，先前的修改没有发出，只在本机。`);
    case 'slow':
      return say(trouble, `${unsent}同步服务器一直没有回应，会自动再发。`);
    case 'unstored':
      return say(trouble, `${unsent}同步服务器没能存下，会自动再发；请告诉管理员。`);
    case 'unreadable':
      return say(trouble, `${unsent}同步服务器打不开这份工作簿，会自动再试；请告诉管理员。`);
    case 'busy':
      return say(trouble, `${unsent}同步服务器太忙，会自动再连。`);
    case 'large':
      return say(trouble, `${unsent}内容太多，同步服务器不收；请用同步包发给同事。`);
    case 'older':
      return say(trouble, `${unsent}同步服务器是旧版本，不能同步；请告诉管理员更新服务器。`);
    case 'newer':
      return say(trouble, `${unsent}同步服务器已经更新，刷新页面后才能继续同步。`);
    case null:
  }
  if (state === 'offline') {
    return waiting
      ? say('offline-unsent', `${offline} · 待发送 ${pending}`)
      : say('offline', offline);
  }
  if (waiting) return say('sending', `待发送 ${pending}`);
  if (state === 'connecting' || pending > 0 || syncedAt === null)
    return say('connecting', '正在连接…');
  return say('synced', `已同步 ${sayClock(syncedAt)}`);
}

function remarkOn({ unlisted, connection }: Told, device: Device): Said | null {
  if (unlisted) return say('unlisted', '文件柜里的名称和问题数没能更新，修改本身不受影响。');
  const { clockAhead, status } = connection;
  const off = clockAhead ?? 0;
  const compared = `比服务器${off > 0 ? '快' : '慢'}约 ${sayDistance(off)}`;
  if (Math.abs(off) >= DAY)
    return say('clock-days', `本机日期${compared}，修改记录会记错日期；请核对电脑的日期和时间。`);
  if (Math.abs(off) >= RIGHT_ENOUGH)
    return say('clock-hours', `本机时间${compared}，请核对电脑的时间。`);
  // What the server has, the browser may clear.
  const onlyHere = status === null || status.state === 'refused';
  if (device.persistence !== 'evictable' || !onlyHere) return null;
  return device.declined
    ? say('declined', '浏览器没有答应长期保存，请导出一份留底；无痕窗口关闭后内容会丢失。')
    : say('evictable', '磁盘紧张时浏览器可能清除本机内容。');
}

function say(name: StatusName, text: string): Said {
  return { name, text, ...MANNERS[name] };
}
