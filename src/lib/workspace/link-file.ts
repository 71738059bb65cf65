import { exportFileName } from '#lib/exporters/file-name.ts';
import { linkPage } from '#lib/sync/link-page.ts';

export { drawnCode } from '#lib/sync/qr-code/drawing.ts';

/** A file that carries a sync link of a workbook, named after it. */
export function linkFile(title: string, address: string): File {
  const name = exportFileName(`${title.trim() || '工作簿'} 同步链接`, '.html');
  return new File([linkPage(title.trim() || '工作簿', address)], name, { type: 'text/html' });
}
