/** The frame that was printed last; it stays until the next, since a print dialog may outlast its call. */
let printed: HTMLIFrameElement | undefined;

/** Opens the browser's print dialog with a page of HTML, which is not shown. */
export async function printPage(html: string): Promise<void> {
  printed?.remove();
  const frame = document.createElement('iframe');
  frame.title = '打印';
  frame.tabIndex = -1;
  frame.ariaHidden = 'true';
  // Firefox prints nothing of a frame that is not displayed.
  frame.style.cssText = 'position:fixed;left:-300mm;top:0;width:210mm;height:297mm;border:0';
  frame.srcdoc = html;
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  document.body.append(frame);
  printed = frame;
  await loaded;
  const { contentWindow } = frame;
  if (!contentWindow) throw new Error('the frame to be printed has no window');
  contentWindow.focus();
  contentWindow.print();
}
