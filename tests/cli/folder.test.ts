import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { jibiao, PAPER, testFolder } from './jibiao.ts';
import { cleanPaper } from './papers.ts';

const folder = await testFolder();

describe('a folder', () => {
  beforeAll(async () => {
    await mkdir(join(folder, 'papers/town'), { recursive: true });
    await cp(PAPER, join(folder, 'papers/b.txt'));
    await cp(PAPER, join(folder, 'papers/town/a.txt'));
    await writeFile(join(folder, 'papers/b.json'), JSON.stringify(cleanPaper));
    await writeFile(join(folder, 'papers/broken.docx'), 'PK\x03\x04 no package');
    await writeFile(join(folder, 'papers/~$b.docx'), 'a lock file');
    await writeFile(join(folder, 'papers/.hidden.txt'), 'hidden');
    await writeFile(join(folder, 'papers/picture.png'), 'no paper');
  });

  it('is checked file by file, one bad file never stopping the rest', async () => {
    const { code, stdout, stderr } = await jibiao(folder, ['check', 'papers']);
    const files = stdout.split('\n').filter((line) => line.startsWith('papers'));
    expect(code).toBe(2);
    expect(files.map((line) => line.split('  ')[0])).toEqual([
      join('papers', 'b.json'),
      join('papers', 'b.txt'),
      join('papers', 'broken.docx'),
      join('papers', 'town', 'a.txt')
    ]);
    expect(stdout).toContain('未检查：这个文件不完整');
    expect(stderr).toContain('已检查 4/4');
  });

  it('is converted to one format beneath a folder that keeps the folders within', async () => {
    const { code, stderr } = await jibiao(folder, [
      'convert',
      '--to',
      'html',
      '--into',
      'out',
      'papers'
    ]);
    expect(code).toBe(2);
    expect(stderr).toContain(`${join('papers', 'broken.docx')}：这个文件不完整`);
    expect(stderr).toContain('已转换 4/4');
    const written = await readdir(join(folder, 'out'), { recursive: true });
    expect(written.toSorted()).toEqual(
      ['b.html', 'b.txt.html', 'town', join('town', 'a.html')].toSorted()
    );
    const html = await readFile(join(folder, 'out/town/a.html'), 'utf8');
    expect(html).toContain('河道清淤专项经费');
  });

  it('that holds nothing to read is said to be so', async () => {
    await mkdir(join(folder, 'nothing'), { recursive: true });
    const { code, stdout, stderr } = await jibiao(folder, ['check', 'nothing']);
    expect({ code, stdout, stderr }).toEqual({
      code: 2,
      stdout: '',
      stderr: '文件夹里没有可以检查的文件。\n'
    });
  });
});
