import { createSheet } from '#lib/model/create.ts';
import type { IdSource } from '#lib/model/ids.ts';
import type { Sheet } from '#lib/model/workbook.ts';
import { partName, type Block } from '../division/blocks.ts';
import { cleanText, withoutResidue } from '../cleaning/layout-spaces.ts';
import type { Ledger } from '../ledger.ts';
import { isBlank, type Line } from '../lines.ts';
import { readProse } from './prose.ts';

/** Reads a section into a text sheet. */
export function readProseSection(
  { heading, head, body }: Extract<Block, { kind: 'section' }>,
  path: readonly string[],
  ids: IdSource,
  ledger: Ledger
): Sheet {
  const { number, title } = heading;
  const id = ids();
  const [printed] = head;
  ledger.recognise(printed!.number);
  if (withoutResidue(printed!.text) !== printed!.text) {
    ledger.note('repaired', printed!.number, '转换软件留下的书签标记已去掉。', { sheet: id });
  }
  const [first, ...rest] = body.filter((line) => !isBlank(line));
  const repeated = first !== undefined && cleanText(first.text) === title;
  if (repeated) {
    ledger.recognise(first.number);
    ledger.note('recognised', first.number, '标题又印了一遍，不作正文。', { sheet: id });
  }
  const text = readText(repeated ? rest : body, printed!.number, id, ledger);
  return createSheet('text', { id, number, title, path, fields: { body: text } });
}

/** Reads prose that stands directly below the heading of a part into a text sheet of the part's name. */
export function readPartProse(
  { path, head, body }: Extract<Block, { kind: 'part' }>,
  ids: IdSource,
  ledger: Ledger
): Sheet {
  const id = ids();
  const text = readText(body, head[0]!.number, id, ledger);
  return createSheet('text', {
    id,
    ...partName(path),
    path: path?.slice(0, -1) ?? [],
    fields: { body: text }
  });
}

function readText(lines: readonly Line[], line: number, sheet: string, ledger: Ledger): string {
  const text = readProse(lines, sheet, ledger);
  const count = text === '' ? 0 : text.split('\n').length;
  ledger.note('recognised', line, `文字部分，${count} 段。`, { sheet });
  return text;
}
