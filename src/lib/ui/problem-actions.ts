import type { Fix, Problem, Severity } from '#lib/model/problem.ts';
import type { Notices } from '#lib/workspace/notices.svelte.ts';
import type { OpenWorkbook } from '#lib/workspace/open-workbook.svelte.ts';
import { problemAsText } from '#lib/workspace/problems/as-text.ts';
import type { View } from '#lib/workspace/view.svelte.ts';
import { copyText } from './copy-text.ts';
import type { MenuItem } from './Menu.svelte';
import { SEVERITY_NAMES } from './wording.ts';

/** The open problems of a rule that it can mend itself, of the whole workbook. */
function fixableOf(opened: OpenWorkbook, code: string): readonly Problem[] {
  return opened.checking.problems.filter(
    (problem) => problem.code === code && problem.fixes.length > 0 && problem.waived === undefined
  );
}

/** Switches a rule off for everybody who has the workbook; one step of undo. */
function switchOff(opened: OpenWorkbook, notices: Notices, { code, title }: Problem): void {
  const before = opened.workbook.settings.severities[code];
  const count = opened.checking.problems.filter((problem) => problem.code === code).length;
  setSeverity(opened, code, 'off', `关闭规则“${title}”`);
  notices.say(`已关闭规则“${title}”，它的 ${count} 个问题不再列出`, {
    label: '撤销',
    run: () => setSeverity(opened, code, before, `打开规则“${title}”`)
  });
}

/** Copies texts, and says so. */
export async function copySaying(notices: Notices, text: string, what: string): Promise<void> {
  if (await copyText(text)) notices.say(`已复制${what}`);
  else notices.fail('浏览器不让复制，请选中文字后按 Ctrl+C');
}

/** What can be done with some problems of one place: the menu of Ctrl+. and of the list. */
export function problemItems(
  opened: OpenWorkbook,
  view: View,
  notices: Notices,
  problems: readonly Problem[]
): readonly MenuItem[] {
  const { workbook, editable } = opened;
  const text = () =>
    problems.map((one) => problemAsText(workbook, one, SEVERITY_NAMES, true)).join('\n');
  const set = { label: '规则设置…', run: () => (view.screen = 'rules') };
  const copy = { label: '复制', apart: true, run: () => void copySaying(notices, text(), '问题') };
  const several = problems.length > 1;
  const items = problems.flatMap((problem) => [
    ...(editable ? fixItems(opened, view, problem) : []),
    ...besideItems(view, problem, several),
    ...waiverItems(opened, view, problem, several),
    ...(editable ? [offItem(opened, notices, problem, several)] : [])
  ]);
  // Two problems may offer the same remedy.
  const labels = new Set<string>();
  const different = items.filter(({ label }) => !labels.has(label) && labels.add(label));
  return [...different, ...(editable ? [set] : []), copy];
}

function fixItems(opened: OpenWorkbook, view: View, problem: Problem): MenuItem[] {
  if (problem.waived !== undefined || problem.fixes.length === 0) return [];
  const all = fixableOf(opened, problem.code);
  const apply = ({ label, edit }: Fix): MenuItem => ({ label, run: () => opened.edit(edit) });
  const label = `全部修正“${problem.title}”${all.length} 处…`;
  return [
    ...problem.fixes.map(apply),
    ...(all.length > 1 ? [{ label, run: () => view.fixAll(all) }] : [])
  ];
}

function besideItems(view: View, problem: Problem, several: boolean): MenuItem[] {
  if (problem.related.length === 0) return [];
  const label = several ? `并排查看“${problem.title}”` : '并排查看';
  return [{ label, run: () => view.showBeside(problem) }];
}

function waiverItems(
  opened: OpenWorkbook,
  view: View,
  problem: Problem,
  several: boolean
): MenuItem[] {
  const { waived, title } = problem;
  if (waived !== undefined) {
    const withdraw = () => opened.waiving.withdraw(waived);
    return opened.waiving.withdrawable(problem)
      ? [{ label: several ? `撤回豁免“${title}”` : '撤回豁免', run: withdraw }]
      : [];
  }
  const waive = () => (view.waiving = problem);
  return opened.waiving.allowed
    ? [{ label: several ? `豁免“${title}”…` : '豁免…', run: waive }]
    : [];
}

function offItem(
  opened: OpenWorkbook,
  notices: Notices,
  problem: Problem,
  several: boolean
): MenuItem {
  const label = several ? `关闭规则“${problem.title}”` : '关闭此规则';
  return { label, run: () => switchOff(opened, notices, problem) };
}

/** Sets the severity of a rule in the workbook; undefined is the rule's own. */
function setSeverity(
  opened: OpenWorkbook,
  code: string,
  severity: Severity | 'off' | undefined,
  label: string
): void {
  const { settings } = opened.workbook;
  const others = Object.entries(settings.severities).filter(([one]) => one !== code);
  const severities = Object.fromEntries(severity ? [...others, [code, severity]] : others);
  opened.edit({ label, changes: [{ do: 'settings', settings: { ...settings, severities } }] });
}
