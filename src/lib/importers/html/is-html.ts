/** Enough for the comments that programs write in front of a page. */
const FIRST_BYTES = 4_096;

const PAGE =
  /^(?:Version:[\d.]+\s[^<]*|\s*)<(?:!doctype html|html|head|body|table|meta|!--|\?xml)/i;
const MARK = /<(?:html|body|table|td|p|div)[\s>]/i;

/** Whether a file is a web page or what Windows has on its clipboard as HTML, whatever it is called: Excel saves one as `.xls` too. */
export function isHtml(bytes: Uint8Array): boolean {
  const first = new TextDecoder('latin1')
    .decode(bytes.subarray(0, FIRST_BYTES))
    .replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '')
    .replaceAll('\0', '');
  return PAGE.test(first) && MARK.test(first);
}
