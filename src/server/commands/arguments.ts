import { StartFault } from '../fault.ts';

export const HELP = `用法：
  npm run serve                                   启动服务
  npm run -s serve -- backup 文件 [--overwrite]   备份全部数据，服务可以照常运行
  npm run -s serve -- restore 文件 [--overwrite]  用备份恢复数据，须先停止服务
  npm run -s serve -- owner 工作簿 [--at 网址]    为丢失了所有者密钥的工作簿换一把新的，并打印链接
  npm run -s serve -- --help                      显示这些说明

  --overwrite  backup：覆盖已有的文件；restore：数据文件夹里已有数据时也恢复，原有数据改名保留
  --at 网址    链接用的网址，默认 http://localhost:4300
  工作簿       工作簿页面网址 /w/ 后面的 22 个字符，也可以是整个网址

数据文件夹由 JIBIAO_DATA 指定，默认是 data。其余设置见 README。
`;

/** What a person asks the program to do. */
export type Command =
  | { readonly name: 'serve' }
  | { readonly name: 'help' }
  | { readonly name: 'backup'; readonly file: string; readonly overwrite: boolean }
  | { readonly name: 'restore'; readonly file: string; readonly overwrite: boolean }
  | { readonly name: 'owner'; readonly workbook: string; readonly origin: string };

const WORKBOOK = /(?:^|\/w\/)([A-Za-z0-9-]{22})(?:[?#].*)?$/;
const DEFAULT_ORIGIN = 'http://localhost:4300';

/**
 * The command in a program's arguments.
 *
 * @throws StartFault where they say none.
 */
export function readCommand(args: readonly string[]): Command {
  const [name, ...rest] = args;
  if (name === undefined) return { name: 'serve' };
  if (args.includes('--help') || name === 'help') return { name: 'help' };
  if (name === 'backup' || name === 'restore') {
    const overwrite = rest.includes('--overwrite');
    const [file, ...more] = rest.filter((one) => one !== '--overwrite');
    if (!file || file.startsWith('--') || more.length > 0)
      throw misused(`${name} 要写一个备份文件`);
    return { name, file, overwrite };
  }
  if (name === 'owner') return readOwner(rest);
  throw misused(`没有“${name}”这个命令`);
}

function readOwner([named = '', option, at = DEFAULT_ORIGIN, ...more]: readonly string[]): Command {
  const workbook = WORKBOOK.exec(named)?.[1];
  if (!workbook) throw misused('owner 要写工作簿网址 /w/ 后面的 22 个字符');
  if ((option !== undefined && option !== '--at') || more.length > 0) {
    throw misused(`不认识“${[option, ...more].join(' ')}”`);
  }
  if (!URL.canParse(at) || !/^https?:$/.test(new URL(at).protocol)) {
    throw misused(`--at 应为 https://主机名 这样的网址，现在是“${at}”`);
  }
  return { name: 'owner', workbook, origin: new URL(at).origin };
}

function misused(what: string): StartFault {
  return new StartFault(`${what}。\n\n${HELP.trimEnd()}`);
}
