import type { LinkFileFault } from '#lib/workspace/link-search.ts';

/** Why no sync link was found in a picture or a file. */
export const LINK_FILE_FAULTS: Readonly<Record<LinkFileFault, string>> = {
  picture: '浏览器打不开这张图片，请换成截图，或者存成 PNG、JPG 格式再试。',
  file: '浏览器没能读取这个文件，请重新选择。',
  'no-code': '图片里没有找到二维码；请把二维码拍得大一些、清楚一些，或者直接截图。',
  'other-code': '图片里的二维码不是同步链接。',
  'no-link': '这个文件里没有同步链接。',
  several: '里面有好几个不同的同步链接，请只留要打开的那一个。'
};
