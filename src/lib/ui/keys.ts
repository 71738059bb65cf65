import type { Notices } from '#lib/workspace/notices.svelte.ts';
import type { OpenWorkbook } from '#lib/workspace/open-workbook.svelte.ts';
import type { View } from '#lib/workspace/view.svelte.ts';
import { commentAt } from './comment-at.ts';
import { findNext, openFinder, openGoTo } from './open-finder.ts';
import { printWorkbook } from './print-workbook.ts';
import { stepRegion } from './regions.ts';
import { commitTyping } from './typing.ts';
import { undoSaying, redoSaying } from './undo-saying.ts';
import { RULES_NOT_LOADED, STORAGE_FAULTS } from './wording.ts';

/** Their names, each as it is held: in the order in which one reads them. */
export const WORKBOOK_KEYS = [
  'ctrl+z',
  'ctrl+y',
  'ctrl+shift+z',
  'ctrl+s',
  'ctrl+p',
  'ctrl+f',
  'ctrl+h',
  'f3',
  'shift+f3',
  'ctrl+g',
  'f5',
  'f6',
  'shift+f6',
  'f8',
  'shift+f8',
  'alt+f8',
  'alt+shift+f8',
  'shift+f2',
  'f7',
  'ctrl+.',
  'ctrl+shift+m',
  'ctrl+pagedown',
  'ctrl+pageup',
  'alt+pagedown',
  'alt+pageup'
] as const;

type WorkbookKey = (typeof WORKBOOK_KEYS)[number];

/**
 * The keys that work everywhere in an open workbook, as in Excel and WPS. They are taken before the
 * grid sees them; keys inside a composition of an input method belong to it.
 */
export function keysOf(opened: OpenWorkbook, view: View, notices: Notices) {
  const goTo = () => void openGoTo(view);
  const actions: Readonly<Record<WorkbookKey, () => void>> = {
    'ctrl+z': () => undoSaying(opened, notices),
    'ctrl+y': () => redoSaying(opened, notices),
    'ctrl+shift+z': () => redoSaying(opened, notices),
    'ctrl+s': () => void saySaved(opened, notices),
    'ctrl+p': () => void printWorkbook(opened, notices),
    'ctrl+f': () => void openFinder(opened, view, notices, false),
    'ctrl+h': () => void openFinder(opened, view, notices, true),
    f3: () => void findNext(opened, view, notices, 1),
    'shift+f3': () => void findNext(opened, view, notices, -1),
    'ctrl+g': goTo,
    f5: goTo,
    f6: () => stepRegion(view, 1),
    'shift+f6': () => stepRegion(view, -1),
    f8: () => void stepProblem(1, false),
    'shift+f8': () => void stepProblem(-1, false),
    'alt+f8': () => void stepProblem(1, true),
    'alt+shift+f8': () => void stepProblem(-1, true),
    'shift+f2': () => commentAt(view.selected, opened, view, notices),
    f7: () => fix(),
    'ctrl+.': () => openMenu(),
    'ctrl+shift+m': () => {
      view.panelOpen = true;
      view.panel = 'problems';
    },
    'ctrl+pagedown': () => view.step(1),
    'ctrl+pageup': () => view.step(-1),
    'alt+pagedown': () => view.step(1),
    'alt+pageup': () => view.step(-1)
  };

  async function stepProblem(by: 1 | -1, everywhere: boolean) {
    if (await view.stepProblem(by, everywhere)) return;
    if (opened.checking.unavailable) return notices.fail(RULES_NOT_LOADED);
    notices.say(
      everywhere ? '这份工作簿没有列出的问题' : '这张表没有列出的问题，Alt+F8 跳到下一张表'
    );
  }

  function fix() {
    const { problem } = view;
    const [first] = (opened.editable && problem?.fixes) || [];
    if (first) opened.edit(first.edit);
    else notices.say(problem ? '这个问题没有现成的改法，请直接修改' : '先按 F8 选中一个问题');
  }

  function openMenu() {
    const problems = view.problemsHere();
    if (problems.length === 0) {
      notices.say('这里没有问题，按 F8 到下一个问题');
      return;
    }
    const cell = document.querySelector('.ht_master td.current');
    const { left, bottom } = (
      cell ??
      document.activeElement ??
      document.body
    ).getBoundingClientRect();
    view.menu = { problems, x: left, y: bottom };
  }

  return (event: KeyboardEvent) => {
    if (event.isComposing) return;
    const name = nameOf(event);
    if (!isWorkbookKey(name)) return;
    if (document.querySelector('dialog[open]')) {
      // The browser's own search would look through the page behind the dialog.
      if (name === 'ctrl+f' || name === 'f3') event.preventDefault();
      return;
    }
    // Inside a cell or field that is being typed into, undo belongs to the typing.
    const undoes = /^ctrl\+(z|y|shift\+z)$/.test(name);
    if (undoes && (view.typing() || isTypedElsewhere())) return;
    event.preventDefault();
    event.stopPropagation();
    commitTyping();
    // Whoever may only look has nothing to take back, and need not be told.
    if (opened.editable || !undoes) actions[name]();
  };
}

function isWorkbookKey(name: string): name is WorkbookKey {
  return (WORKBOOK_KEYS as readonly string[]).includes(name);
}

/** Whether the keyboard is in an input that is being typed into or is none of the document's, as a filter. */
function isTypedElsewhere(): boolean {
  const { activeElement } = document;
  if (activeElement instanceof HTMLTextAreaElement)
    return activeElement.dataset.words !== undefined;
  if (!(activeElement instanceof HTMLInputElement)) return false;
  if (activeElement.type === 'radio' || activeElement.type === 'checkbox') return false;
  return activeElement.dataset.dirty !== undefined || activeElement.dataset.document === undefined;
}

function nameOf({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): string {
  const held = [(ctrlKey || metaKey) && 'ctrl', altKey && 'alt', shiftKey && 'shift'];
  return [...held.filter(Boolean), key.toLowerCase()].join('+');
}

async function saySaved(opened: OpenWorkbook, notices: Notices): Promise<void> {
  const saving = await opened.settled();
  if (saving.state === 'failed') notices.fail(STORAGE_FAULTS[saving.fault]);
  else notices.say('已存本机。绩表随时自动保存。');
}
