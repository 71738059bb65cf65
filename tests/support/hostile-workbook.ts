import * as Y from 'yjs';
import { CommentList } from '#lib/document/comment-list.ts';
import { WorkbookDocument } from '#lib/document/document.ts';
import { keepVersion, newestEntry } from '#lib/document/versions.ts';
import { createSheet, createWorkbook } from '#lib/model/create.ts';
import type { Change } from '#lib/model/edit.ts';
import { newWorkbookId } from '#lib/model/ids.ts';
import type { OwnRule } from '#lib/model/settings/own-rule.ts';
import { acceptedText } from '#lib/model/waiver.ts';
import { packWorkbook } from '#lib/workspace/history/packed-workbook.ts';
import { check } from '#lib/rules/check.ts';
import { reviewHostile } from './hostile-review.ts';
import { HOSTILE, MANY } from './hostile-texts.ts';
import { projectSheet } from './workbooks.ts';

/** Names that are properties of every object, and allowed as ids where they hold no underscore. */
const PROPERTIES = ['constructor', 'toString', 'hasOwnProperty'] as const;

/** A person's documents of the workbook. */
export interface Writer {
  readonly d: Y.Doc;
  readonly c: Y.Doc;
  readonly h: Y.Doc;
  readonly document: WorkbookDocument;
}

/**
 * The documents of a workbook in which every text that another person can write is hostile, each beginning
 * with a word of its own that says what it is.
 */
export async function hostileDocuments(): Promise<Writer> {
  const id = newWorkbookId();
  const first = writer(id, { id: '__proto__', name: `姓名甲${HOSTILE}` });
  first.document.fill({ ...hostileWorkbook(), id }, `导入${HOSTILE}`);
  const second = writer(id, { id: 'constructor', name: `姓名乙${HOSTILE}` });
  meet(first, second);
  for (const { document } of [first, second]) {
    const text = `同格${document.author.name}`;
    const changes: Change[] = [{ do: 'cell', row: 'p1-r1', column: 'basis', text }];
    document.edit({ label: `两人${HOSTILE}`, changes });
  }
  meet(first, second);
  await keepHostileVersion(first);
  const changes: Change[] = [
    { do: 'cell', row: 'p1-r2', column: 'description', text: `改后${MANY}` },
    { do: 'delete', rows: ['p1-r3'] },
    { do: 'delete-sheet', sheet: 'gone' }
  ];
  for (const change of changes) first.document.edit({ label: `标签${HOSTILE}`, changes: [change] });
  acceptProblem(first);
  comment(first);
  await reviewHostile(first);
  return first;
}

function writer(id: string, author: WorkbookDocument['author']): Writer {
  const [d, c, h] = [new Y.Doc(), new Y.Doc(), new Y.Doc()];
  return { d, c, h, document: new WorkbookDocument({ id, doc: d, comments: c, log: h, author }) };
}

function meet(one: Writer, other: Writer): void {
  for (const kind of ['d', 'c', 'h'] as const) {
    Y.applyUpdate(other[kind], Y.encodeStateAsUpdate(one[kind]), 'network');
    Y.applyUpdate(one[kind], Y.encodeStateAsUpdate(other[kind]), 'network');
  }
}

function hostileWorkbook() {
  const fields = { projectName: `项目名${HOSTILE}`, usage: `用途${MANY}`, goal: `目标${MANY}` };
  const project = projectSheet('p1', { title: `项目表${HOSTILE}`, number: '1.', fields });
  const rows = project.rows.map((row) => ({
    ...row,
    cells: { ...row.cells, target: `指标值${MANY}` }
  }));
  const prose = createSheet('text', {
    id: 'toString',
    number: '一、',
    title: `章节${HOSTILE}`,
    fields: { body: `正文${MANY}` }
  });
  const columns = PROPERTIES.map((id, at) => ({
    id,
    title: at === 0 ? '__proto__' : `列${HOSTILE}`
  }));
  const cells = Object.fromEntries(PROPERTIES.map((id) => [id, `自由${MANY}`]));
  const free = createSheet('free', {
    id: 'free',
    title: '__proto__',
    columns,
    rows: [{ id: 'constructor', cells }],
    note: `注${MANY}`
  });
  const gone = projectSheet('gone', { title: `删掉的表${HOSTILE}` });
  return createWorkbook({
    title: `工作簿${HOSTILE}`,
    year: 2026,
    department: `部门${HOSTILE}`,
    region: `地区${HOSTILE}`,
    cover: `封面${MANY}`,
    contents: `目录${HOSTILE}`,
    sheets: [prose, { ...project, rows }, free, gone],
    settings: { severities: { ['__proto__']: 'off' }, rules: [ownRule()] }
  });
}

function ownRule(): OwnRule {
  return {
    id: 'constructor',
    name: `规则${HOSTILE}`,
    active: true,
    where: { kind: 'project', form: '', title: '' },
    item: { at: 'column', id: 'target' },
    condition: { is: 'contains', text: '指标值' },
    severity: 'error',
    message: `提醒{值}${MANY}`.slice(0, 400)
  };
}

async function keepHostileVersion({ document, h }: Writer): Promise<void> {
  const content = await packWorkbook(document.workbook);
  const when = { at: new Date().toISOString(), newest: newestEntry(h) };
  const version = { name: `版本${HOSTILE}`, by: document.author, occasion: null, ...when };
  keepVersion(h, version, content);
}

function acceptProblem({ document }: Writer): void {
  const { workbook } = document;
  const problem = check(workbook).find(({ code }) => code === 'custom-constructor')!;
  const sheet = workbook.sheets.find(({ id }) => id === problem.place.sheet);
  const waiver = {
    id: 'constructor',
    ...{ code: problem.code, place: problem.place, was: acceptedText(sheet, problem) },
    ...{ reason: `理由${MANY}`, by: document.author.name, at: new Date().toISOString() }
  };
  document.edit({ label: `豁免${HOSTILE}`, changes: [{ do: 'waive', waiver }] });
}

function comment({ document, c }: Writer): void {
  const list = new CommentList(c);
  const by = document.author;
  const place = { sheet: 'p1', row: 'p1-r1', column: 'target' };
  const order = Date.now();
  list.begin(
    { id: 'constructor', place, quote: `引文${HOSTILE}` },
    {
      ...{ kind: 'message', id: 'toString', thread: 'constructor', order, by, deleted: false },
      at: new Date().toISOString(),
      text: `批注@${by.name} ${MANY}`,
      mentions: [by.name]
    }
  );
  list.close();
}
