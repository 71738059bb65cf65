import { parseArgs } from 'node:util';
import { FORMATS } from '#lib/exporters/formats.ts';
import { LANGUAGES, type Language } from '#lib/model/language.ts';
import { CHECK_FORMATS, checkFiles, type CheckFormat } from './check.ts';
import { convertFile, convertInto } from './convert.ts';
import { ReviewFolder } from './review-folder.ts';

const ENDINGS = FORMATS.map(({ extension }) => extension).join('、');

const USAGE = `用法：
  jibiao check [--format text|json|sarif] [--language zh|en] [--review 文件夹] 文件或文件夹…
      检查 Word、Excel、PDF、csv、网页、纯文本和绩表文件，列出问题
      （--language en 用英文说明问题，位置和依据仍是中文；不写就是中文）
      （--review 另给每个单位写一份 Word 审核意见，放进这个文件夹）
  jibiao convert 输入 输出
      按输出文件名的后缀转换（${ENDINGS}）
  jibiao convert --to 格式 [--into 文件夹] 文件或文件夹…
      把许多文件转换成同一种格式，放进一个文件夹（不写 --into 就是当前文件夹）

check 的返回值：0 没有错误，1 有错误，2 有文件无法读取，或者审核意见没能写出。
convert 的返回值：0 全部转换，2 有文件没有转换。`;

// A reader of the output that has seen enough closes it, which is no failure.
process.stdout.on('error', ({ code }: NodeJS.ErrnoException) => {
  if (code === 'EPIPE') process.exit();
  throw new Error(`the output cannot be written: ${code}`);
});
// Set rather than exited with, because output to a pipe may not have been written yet.
process.exitCode = await main(process.argv.slice(2));

async function main(args: readonly string[]): Promise<number> {
  const command = readCommand(args);
  switch (command.name) {
    case 'check':
      return checkFiles(command.files, command.format, command.language, command.reviews);
    case 'convert':
      return convertFile(command.input, command.output);
    case 'convert-into':
      return convertInto(command.files, command.target, command.folder);
    case 'help':
      console.log(USAGE);
      return 0;
    case 'wrong':
      console.error(`${command.sentence}\n\n${USAGE}`);
      return 2;
  }
}

type Command =
  | {
      readonly name: 'check';
      readonly files: readonly string[];
      readonly format: CheckFormat;
      readonly language: Language;
      readonly reviews?: ReviewFolder;
    }
  | { readonly name: 'convert'; readonly input: string; readonly output: string }
  | {
      readonly name: 'convert-into';
      readonly files: readonly string[];
      readonly target: string;
      readonly folder: string;
    }
  | { readonly name: 'help' }
  | { readonly name: 'wrong'; readonly sentence: string };

function readCommand(args: readonly string[]): Command {
  const parsed = parse(args);
  if (!parsed) return wrong('有不认识的选项。');
  const { values, positionals } = parsed;
  const [name, ...files] = positionals;
  if (values.help) return { name: 'help' };
  if (name === 'check') {
    const format = CHECK_FORMATS.find((known) => known === values.format);
    if (!format) return wrong(`--format 只有 ${CHECK_FORMATS.join('、')}，没有 ${values.format}。`);
    const language = LANGUAGES.find((known) => known === values.language);
    if (!language)
      return wrong(`--language 只有 ${LANGUAGES.join('、')}，没有 ${values.language}。`);
    if (files.length === 0) return wrong('没有写要检查的文件。');
    const reviews = values.review === undefined ? undefined : new ReviewFolder(values.review);
    return { name, files, format, language, ...(reviews && { reviews }) };
  }
  if (name === 'convert' && values.to !== undefined) {
    if (files.length === 0) return wrong('没有写要转换的文件。');
    return { name: 'convert-into', files, target: values.to, folder: values.into };
  }
  if (name === 'convert') {
    const [input, output, ...more] = files;
    if (input === undefined || output === undefined || more.length > 0) {
      return wrong('convert 要写一个输入文件和一个输出文件。');
    }
    return { name, input, output };
  }
  return wrong(name === undefined ? '没有写要做什么。' : `没有“${name}”这个命令。`);
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        format: { type: 'string', default: 'text' },
        language: { type: 'string', default: 'zh' },
        review: { type: 'string' },
        to: { type: 'string' },
        into: { type: 'string', default: '.' },
        help: { type: 'boolean', short: 'h', default: false }
      }
    });
  } catch {
    return null;
  }
}

function wrong(sentence: string): Command {
  return { name: 'wrong', sentence };
}
