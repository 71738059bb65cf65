import { columnsOf, fieldsOf } from '#lib/model/fields.ts';
import { createSheet } from '#lib/model/create.ts';
import type { IdSource } from '#lib/model/ids.ts';
import type { Sheet } from '#lib/model/workbook.ts';
import type { Block } from '../division/blocks.ts';
import { briefLabelOf } from './brief-labels.ts';
import { readFunds } from '#lib/model/arranged-funds.ts';
import { cleanText } from '../cleaning/layout-spaces.ts';
import type { Ledger } from '../ledger.ts';
import { isBlank, type Line } from '../lines.ts';
import { readProse } from './prose.ts';

/**
 * Reads the 项目绩效目标指标的说明 of one project: its office from the line above the title, its prose by
 * the labels, and the total and the 其中 list out of 资金安排, whose text stays as it is. Prose above the
 * first label goes to 项目概况.
 */
export function readBrief(
  { heading, head, body }: Extract<Block, { kind: 'brief' }>,
  path: readonly string[],
  ids: IdSource,
  ledger: Ledger
): Sheet {
  const id = ids();
  const [office] = head.length > 1 ? head : [];
  const title = head.at(-1)!;
  if (office) ledger.place(office.number);
  ledger.recognise(title.number);
  const texts = new Map<string, string>();
  for (const [field, lines] of byField(body, ledger)) {
    texts.set(field, readProse(lines, id, ledger, field));
  }
  const funds = readFunds(texts.get('funds') ?? '');
  const fields: Record<string, string> = {
    ...Object.fromEntries(fieldsOf('brief').map((field) => [field.id, texts.get(field.id) ?? ''])),
    office: office ? cleanText(office.text) : '',
    projectName: heading.projectName,
    fundsTotal: funds.total
  };
  const rows = funds.items.map((cells) => ({ id: ids(), cells: { ...cells } }));
  noteBrief(title.number, fields, rows.length, id, ledger);
  return createSheet('brief', {
    id,
    title: heading.title,
    path: [...path],
    fields,
    columns: columnsOf('brief'),
    rows
  });
}

/** The lines below each label, by the field that the label names. */
function byField(body: readonly Line[], ledger: Ledger): Map<string, Line[]> {
  const lines = new Map<string, Line[]>();
  let field = 'overview';
  for (const line of body) {
    if (isBlank(line)) continue;
    const label = briefLabelOf(cleanText(line.text));
    if (label) {
      ledger.recognise(line.number);
      field = label.field ?? field;
      continue;
    }
    const below = lines.get(field);
    if (below) below.push(line);
    else lines.set(field, [line]);
  }
  return lines;
}

function noteBrief(
  line: number,
  fields: Readonly<Record<string, string>>,
  items: number,
  sheet: string,
  ledger: Ledger
): void {
  const list = items === 0 ? '没有“其中”清单' : `“其中” ${items} 项`;
  ledger.note('recognised', line, `项目绩效目标指标的说明，${list}。`, { sheet });
  for (const { id, title } of fieldsOf('brief')) {
    if (fields[id] !== '') continue;
    ledger.note('unknown', line, `说明里没有“${title}”，留空。`, { sheet, field: id });
  }
}
