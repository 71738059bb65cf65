import { describe, expect, it } from 'vitest';
import { createSheet, createWorkbook } from '#lib/model/create.ts';
import { fieldText, type Workbook } from '#lib/model/workbook.ts';
import { adopted, plan } from './adopted.ts';

describe('taking sheets from several files that have the same one', () => {
  const duties = (body: string) =>
    createWorkbook({ sheets: [createSheet('text', { title: '部门职责', fields: { body } })] });
  const bodies = ({ sheets }: Workbook) => sheets.map((sheet) => fieldText(sheet, 'body'));

  it('fills an empty one with the first and adds the others', () => {
    const files = [duties('负责城乡供水。'), duties('负责河道管理。')];

    expect(plan(duties(''), files)).toMatchObject({ added: 1, replaced: 1, skipped: 0 });
    expect(bodies(adopted(duties(''), files))).toEqual(['负责城乡供水。', '负责河道管理。']);
  });

  it('replaces the open one once, and adds what would replace it again', () => {
    const files = [duties('负责城乡供水。'), duties('负责河道管理。')];

    const after = adopted(duties('负责水土保持。'), files, () => 'replace');

    expect(bodies(after)).toEqual(['负责城乡供水。', '负责河道管理。']);
  });

  it.each(['', '负责水土保持。'])('takes what is in two of them once, beside “%s”', (body) => {
    const files = [duties('负责城乡供水。'), duties('负责河道管理。'), duties('负责城乡供水。')];

    expect(plan(duties(body), files).skipped).toBe(1);
    expect(bodies(adopted(duties(body), files)).filter((text) => text !== body)).toEqual([
      '负责城乡供水。',
      '负责河道管理。'
    ]);
  });

  it('tells what each of them meets when its turn has come', () => {
    const files = [duties('负责城乡供水。'), duties('负责河道管理。')];

    const [first, second] = plan(duties(''), files).decisions;

    expect(first).toMatchObject({ choice: 'replace', replaceable: true });
    expect(fieldText(first!.met!, 'body')).toBe('');
    expect(second).toMatchObject({ choice: 'both', replaceable: false });
    expect(fieldText(second!.met!, 'body')).toBe('负责城乡供水。');
  });
});
