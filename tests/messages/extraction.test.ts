import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { textsOf, translated } from '../../src/messages/extraction.ts';
import { speaks } from '../../src/messages/sources.ts';

const inComponent = (markup: string) => textsOf('src/lib/ui/A.svelte', markup);
const inScript = (code: string) => textsOf('src/lib/ui/a.ts', code);
const script = (code: string) => translated('src/lib/ui/a.ts', code);

describe('the texts of a source file', () => {
  it('are found in markup, attributes and code, with what is filled in', async () => {
    const texts = await inComponent(
      `<script lang="ts">const { n }: { n: number } = $props(); const said = \`共 \${n} 行\`;</script>
       <button aria-label="删除行" class="btn">删除<b>{said}</b>，不能撤销</button>`
    );
    expect(texts).toEqual(['共 {0} 行', '删除行', '删除<0/>，不能撤销']);
  });

  it('are said through translate, also at the top of a module', async () => {
    const { code } = (await script("export const NAMES = { error: '错误' };"))!;
    expect(code).toContain('{ error: _w_runtime_("错误") }');
    expect(code).toContain('import { translate as _w_runtime_');
  });

  it('keep their outer blanks', async () => {
    expect(await inScript("export const joint = '和 ';")).toEqual(['和 ']);
    const { code } = (await script("export const joint = '和 ';"))!;
    expect(code).toContain('_w_runtime_("和 ")');
  });

  it('may not differ in outer blanks only, which could not be told from each other', async () => {
    await expect(script("export const joints = ['和 ', '和'];")).rejects.toThrow('outer blanks');
  });

  it('are not what nobody reads', async () => {
    const content = "export const KEY = 'jibiao-language'; export const NUMERAL = /[一二三]/;";
    expect(await inScript(content)).toEqual([]);
    expect(await script(content)).toBeNull();
  });
});

it('a text that people read is never left out of the extraction', async () => {
  const files = globSync('src/**/*.{svelte,ts}').map((file) => file.replaceAll('\\', '/'));
  const left: string[] = [];
  for (const file of files.filter(speaks)) {
    const content = readFileSync(file, 'utf8');
    const { code } = (await translated(file, content)) ?? { code: content };
    const words = withoutComments(code).replaceAll(SAID, '').replaceAll(PATTERN, '');
    left.push(
      ...words
        .split('\n')
        .filter((line) => QUOTED.test(line))
        .map((line) => `${file}: ${line.trim()}`)
    );
  }
  expect(left).toEqual([]);
});

/** A call of translate with its text, which may be in parts. */
const SAID =
  /_w_runtime_(?:mod_)?(?:\.c)?\((?:"(?:\\.|[^"\\])*"|\[(?:"(?:\\.|[^"\\])*"|[\d,[\]])*\])/g;
/** A regular expression. */
const PATTERN = /\/(?![*/])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[])+\/[gimsuy]*/g;
/** Chinese in quotes or in markup. */
const QUOTED = /['"`>][^'"`<\n]*\p{Script=Han}[^'"`>\n]*['"`<]/u;

function withoutComments(code: string): string {
  return code
    .replace(/<style[\s\S]*<\/style>/, '')
    .replaceAll(/\/\*[\s\S]*?\*\/|<!--[\s\S]*?-->/g, '')
    .replaceAll(/(^|\s)\/\/[^\n]*/g, '');
}
