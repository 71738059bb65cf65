import { createSheet } from '#lib/model/create.ts';
import type { IdSource } from '#lib/model/ids.ts';
import { PART_ONE } from '#lib/model/outline.ts';
import type { Sheet } from '#lib/model/workbook.ts';
import type { Block } from './blocks.ts';
import { cleanText, withoutResidue } from './layout-spaces.ts';
import type { Ledger } from './ledger.ts';
import { isBlank } from './lines.ts';
import { readProse } from './prose.ts';

/** Reads a prose section of part one into a text sheet. */
export function readProseSection(
  block: Extract<Block, { kind: 'section' }>,
  ids: IdSource,
  ledger: Ledger
): Sheet {
  const { number, title } = block.heading;
  const id = ids();
  const [heading, ...body] = block.lines;
  ledger.recognise(heading!.number);
  if (withoutResidue(heading!.text) !== heading!.text) {
    ledger.note('repaired', heading!.number, '转换软件留下的书签标记已去掉。', { sheet: id });
  }
  const [first, ...rest] = body.filter((line) => !isBlank(line));
  const repeated = first !== undefined && cleanText(first.text) === title;
  if (repeated) {
    ledger.recognise(first.number);
    ledger.note('recognised', first.number, '标题又印了一遍，不作正文。', { sheet: id });
  }
  const text = readProse(repeated ? rest : body, id, ledger);
  const count = text === '' ? 0 : text.split('\n').length;
  ledger.note('recognised', heading!.number, `文字部分，${count} 段。`, { sheet: id });
  return createSheet('text', { id, number, title, path: [PART_ONE], fields: { body: text } });
}
