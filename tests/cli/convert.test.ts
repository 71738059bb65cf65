import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { importText } from '#lib/importers/import.ts';
import { readWorkbook } from '#lib/model/schema.ts';
import type { Workbook } from '#lib/model/workbook.ts';
import { officeParts } from '#tests/support/office-file.ts';
import { jibiao, PAPER, testFolder } from './jibiao.ts';
import { cleanPaper } from './papers.ts';

const folder = await testFolder();

beforeAll(async () => {
  await writeFile(join(folder, 'clean.json'), JSON.stringify(cleanPaper));
  await writeFile(join(folder, 'empty.txt'), '');
});

describe('convert', () => {
  it('writes a paper as the plain value', async () => {
    const { code } = await jibiao(folder, ['convert', PAPER, 'paper.json']);
    expect(code).toBe(0);
    const result = readWorkbook(JSON.parse(await readFile(join(folder, 'paper.json'), 'utf8')));
    const imported = importText(await readFile(PAPER, 'utf8'));
    const texts = ({ sheets }: Workbook) =>
      sheets.map(({ title, fields, rows }) => ({ title, fields, cells: rows.map((r) => r.cells) }));
    expect('workbook' in result && texts(result.workbook)).toEqual(
      imported.ok && texts(imported.workbook)
    );
  });

  it('keeps a workbook as it is, also onto itself', async () => {
    const { code } = await jibiao(folder, ['convert', 'clean.json', 'clean.json']);
    expect(code).toBe(0);
    const written = JSON.parse(await readFile(join(folder, 'clean.json'), 'utf8'));
    const again = await jibiao(folder, ['check', 'clean.json']);
    expect(readWorkbook(written)).toHaveProperty('workbook');
    expect(again.code).toBe(0);
  });

  it.each([
    ['paper.html', '<!doctype html>'],
    ['PAPER.CSV', '\uFEFF项目编码,项目名称']
  ])('hands a paper out as %s', async (output, beginning) => {
    const { code, stderr } = await jibiao(folder, ['convert', PAPER, output]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const written = await readFile(join(folder, output), 'utf8');
    expect(written.slice(0, beginning.length)).toBe(beginning);
    expect(written).toContain('河道清淤专项经费');
  });

  it.each(['paper.docx', 'paper.xlsx'])('hands a paper out as %s', async (output) => {
    const { code, stderr } = await jibiao(folder, ['convert', PAPER, output]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const parts = [...officeParts(await readFile(join(folder, output))).values()];
    expect(parts.some(({ text }) => text.includes('河道清淤专项经费'))).toBe(true);
  });

  it('refuses other endings and leaves nothing behind', async () => {
    const before = await readdir(folder);
    const runs = await Promise.all([
      jibiao(folder, ['convert', PAPER, 'paper.pdf']),
      jibiao(folder, ['convert', '.', 'other.json']),
      jibiao(folder, ['convert', 'empty.txt', 'other.json']),
      jibiao(folder, ['convert', 'clean.json', 'no-such-folder/other.json'])
    ]);
    expect(runs.map(({ code }) => code)).toEqual([2, 2, 2, 2]);
    expect(runs.map(({ stderr }) => stderr)).toEqual([
      'paper.pdf：只能写出 .docx、.xlsx、.html、.csv、.json 文件。\n',
      '.：这是一个文件夹；请用 --to 写明要转换成的格式。\n',
      expect.stringContaining('empty.txt：这个文件是空的'),
      'no-such-folder/other.json：没有这个文件或文件夹。\n'
    ]);
    expect(await readdir(folder)).toEqual(before);
  });
});
