import type { Table } from '#lib/grid/table.ts';
import type { Problem } from '#lib/model/problem.ts';
import type { Notices } from '#lib/workspace/notices.svelte.ts';
import type { OpenWorkbook } from '#lib/workspace/open-workbook.svelte.ts';
import type { View } from '#lib/workspace/view.svelte.ts';
import { commentAt } from './comment-at.ts';
import type { gridActions } from './grid-actions.ts';
import { clipboardItems } from './grid-clipboard.ts';
import type { MenuItem } from './Menu.svelte';
import type { RowCommand } from './row-command.ts';

/** What the menu of a grid's cells works on. */
export interface GridMenuState {
  readonly opened: OpenWorkbook;
  readonly view: View;
  readonly notices: Notices;
  readonly table: () => Table | undefined;
  readonly actions: ReturnType<typeof gridActions>;
  readonly commands: readonly RowCommand[];
  /** Whether columns can be put in and taken out. */
  readonly widens: boolean;
  /** The problems of the cell that the menu is opened at. */
  readonly problems: readonly Problem[];
  /** Opens the menu of the column that I am in. */
  readonly openHeading: () => void;
}

/** What can be done in a grid to the selected cells, rows and columns. */
export function gridMenuItems(state: GridMenuState): readonly MenuItem[] {
  const { opened, view, notices, table, openHeading } = state;
  const comment: MenuItem = {
    label: '批注…',
    keys: 'Shift+F2',
    run: () => commentAt(view.selected, opened, view, notices)
  };
  return [
    ...(opened.editable ? fixItems(state) : []),
    ...apart(clipboardItems(opened.editable, table)),
    ...(opened.editable ? apart(fillItems(state)) : []),
    ...(opened.editable ? apart(rowItems(state)) : []),
    ...(opened.editable && state.widens ? apart(columnItems(state)) : []),
    ...apart(commandItems(state)),
    ...apart([{ label: '排序和筛选…', keys: 'Ctrl+Shift+L', run: openHeading }]),
    ...apart([
      ...(opened.comments.allowed ? [comment] : []),
      { label: '谁改的…', run: () => view.showHistoryHere() }
    ])
  ];
}

function fixItems({ opened, problems }: GridMenuState): MenuItem[] {
  return problems.flatMap(({ fixes }) =>
    fixes.map(({ label, edit }) => ({ label, run: () => opened.edit(edit) }))
  );
}

function fillItems({ table }: GridMenuState): MenuItem[] {
  return [
    { label: '向下填充', keys: 'Ctrl+D', run: () => table()?.copySelection('down') },
    { label: '填充序列', run: () => table()?.fillSelection() }
  ];
}

function rowItems({ actions }: GridMenuState): MenuItem[] {
  return [
    { label: '在上方插入行', run: () => actions.insert('above') },
    { label: '在下方插入行', run: () => actions.insert('below') },
    { label: '上移', run: () => actions.move(-1) },
    { label: '下移', run: () => actions.move(1) },
    { label: '删除行', danger: true, run: actions.remove }
  ];
}

function columnItems({ actions }: GridMenuState): MenuItem[] {
  return [
    { label: '在左侧插入列', run: () => actions.insertColumn('left') },
    { label: '在右侧插入列', run: () => actions.insertColumn('right') },
    { label: '删除列', danger: true, run: actions.removeColumn }
  ];
}

function commandItems({ opened, commands, actions }: GridMenuState): MenuItem[] {
  return commands
    .filter(({ edits }) => opened.editable || !edits)
    .map(({ label, keys, run }) => ({
      label,
      ...(keys !== undefined && { keys }),
      run: () => run(actions.chosen())
    }));
}

/** The same items, parted from those above. */
function apart(items: readonly MenuItem[]): MenuItem[] {
  return items.map((item, at) => (at === 0 ? { ...item, apart: true } : item));
}
