import type { GridColumn } from './columns.ts';

/** What a heading shows of how its column is sorted and filtered. */
export interface HeadingMark {
  readonly sorted: 'up' | 'down' | null;
  readonly filtered: boolean;
}

/** What the headings of a table offer. */
export interface HeadingOptions {
  /** The menu of a column is asked for, at this button. */
  readonly onMenu: (column: string, button: HTMLElement) => void;
  /** Columns that are not shown are asked for again. */
  readonly onReveal: (columns: readonly string[]) => void;
}

const PLAIN: HeadingMark = { sorted: null, filtered: false };

/**
 * Puts the button of its menu into a heading, and marks beside it that show where columns are left out.
 * Called at each rendering of the heading, which keeps what is in it.
 */
export function dressHeading(
  th: HTMLTableCellElement,
  column: GridColumn,
  name: string,
  mark: HeadingMark | undefined,
  { onMenu, onReveal }: HeadingOptions
): void {
  const box = th.firstElementChild;
  if (!box) return;
  const { sorted, filtered } = mark ?? PLAIN;
  box.classList.add('heading-with-menu');
  const sort = sorted === 'up' ? '升' : sorted === 'down' ? '降' : '';
  const sign = `${filtered ? '筛' : ''}${sort}${sorted === 'up' ? '↑' : sorted === 'down' ? '↓' : '▾'}`;
  const menu = buttonIn(box, 'heading-menu');
  if (menu.textContent !== sign) menu.textContent = sign;
  menu.classList.toggle('heading-marked', sign !== '▾');
  menu.ariaLabel = `${name}：排序和筛选${wordsOf({ sorted, filtered })}`;
  menu.title = menu.ariaLabel;
  menu.dataset.column = column.id;
  menu.onclick = () => onMenu(column.id, menu);
  // Otherwise the heading is called after its button too.
  th.setAttribute('aria-label', `${name}${wordsOf({ sorted, filtered })}`);
  markHidden(box, 'heading-hidden-before', column.hiddenBefore, onReveal);
  markHidden(box, 'heading-hidden-after', column.hiddenAfter, onReveal);
}

/** Takes out of a heading what was put into it while it was another column's. */
export function undressHeading(th: HTMLTableCellElement): void {
  for (const button of th.querySelectorAll('button')) button.remove();
  th.removeAttribute('aria-label');
}

function wordsOf({ sorted, filtered }: HeadingMark): string {
  const words = [sorted && (sorted === 'up' ? '已升序' : '已降序'), filtered && '已筛选'];
  const said = words.filter(Boolean).join('、');
  return said === '' ? '' : `（${said}）`;
}

function markHidden(
  box: Element,
  name: string,
  columns: readonly string[] | undefined,
  onReveal: HeadingOptions['onReveal']
): void {
  if (!columns) {
    box.querySelector(`.${name}`)?.remove();
    return;
  }
  const button = buttonIn(box, name);
  button.textContent = '⋯';
  button.ariaLabel = `显示隐藏的 ${columns.length} 列`;
  button.title = button.ariaLabel;
  button.onclick = () => onReveal(columns);
}

/** The button of a class in a heading, made where there is none yet. */
function buttonIn(box: Element, name: string): HTMLButtonElement {
  const found = box.querySelector<HTMLButtonElement>(`.${name}`);
  if (found) return found;
  const button = document.createElement('button');
  button.className = name;
  // The keyboard reaches the menu from the cells, and leaves the grid with one Tab.
  button.tabIndex = -1;
  // The heading would select its column, and the grid lose the keyboard.
  button.onmousedown = (event) => {
    event.preventDefault();
    event.stopPropagation();
  };
  box.append(button);
  return button;
}
