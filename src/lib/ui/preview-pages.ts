/** A page of the preview, as it lies in its strip. */
export interface PreviewPage {
  /** In CSS pixels, from the left end of the strip. */
  readonly left: number;
  readonly width: number;
  readonly height: number;
}

/** A sheet of A4 and what is printed on it, in millimetres; as the exported page says with `@page`. */
const UPRIGHT = { width: 210, height: 297, left: 20, top: 25, right: 20, bottom: 20 };
const ACROSS = { width: 297, height: 210, left: 20, top: 20, right: 20, bottom: 20 };

/** Between two sheets, and around all of them, in millimetres. */
const GAP = 6;

/**
 * Columns break what flows through them as pages do when it is printed, headings of tables kept above
 * their rows. Only forced breaks have to be named anew.
 */
const STYLE = `
html { overflow: hidden; }
body { max-width: none; width: max-content; margin: 0; background: none; transform-origin: 0 0; }
.strip { display: flex; align-items: center; gap: ${GAP}mm; padding: ${GAP}mm; }
.run { position: relative; }
.sheet { position: absolute; top: 0; background: #fff; box-shadow: 0 1px 4px rgb(0 0 0 / 30%); }
.flow { position: absolute; column-fill: auto; }
section.own { break-before: column; }
.cover, nav { break-after: column; }
a { pointer-events: none; }
`;

/**
 * Lays the official form, as a page of HTML in a document of its own, out in sheets of paper in one strip
 * from left to right, where the browser's printing would break it.
 * @returns the pages in their order
 */
export function layOutPages(page: Document): readonly PreviewPage[] {
  const style = page.createElement('style');
  style.textContent = STYLE;
  page.head.append(style);
  const strip = element(page, 'strip');
  const runs = runsOf([...page.body.children]);
  page.body.append(strip);
  return runs.flatMap((parts) => layOutRun(strip, parts));
}

/** The parts that follow each other on sheets of one direction: another one begins a new sheet. */
function runsOf(parts: readonly Element[]): Element[][] {
  const runs: Element[][] = [];
  for (const part of parts) {
    const last = runs.at(-1);
    if (last && isAcross(last[0]!) === isAcross(part)) last.push(part);
    else runs.push([part]);
  }
  return runs;
}

function isAcross(part: Element): boolean {
  return part.classList.contains('across');
}

function layOutRun(strip: Element, parts: readonly Element[]): PreviewPage[] {
  const page = strip.ownerDocument;
  const paper = isAcross(parts[0]!) ? ACROSS : UPRIGHT;
  const pitch = paper.width + GAP;
  const run = element(page, 'run');
  const flow = element(page, 'flow');
  flow.append(...parts);
  const text = paper.width - paper.left - paper.right;
  flow.style.cssText = `left: ${paper.left}mm; top: ${paper.top}mm; width: ${text}mm;
    height: ${paper.height - paper.top - paper.bottom}mm; columns: ${text}mm 1;
    column-gap: ${pitch - text}mm`;
  run.append(flow);
  strip.append(run);
  const millimetre = flow.getBoundingClientRect().width / text;
  const count = Math.round((flow.scrollWidth / millimetre + pitch - text) / pitch);
  run.style.cssText = `width: ${count * pitch - GAP}mm; height: ${paper.height}mm`;
  const sheets = Array.from({ length: count }, (_, index) => {
    const sheet = element(page, 'sheet');
    sheet.style.cssText = `left: ${index * pitch}mm; width: ${paper.width}mm; height: ${paper.height}mm`;
    return sheet;
  });
  run.prepend(...sheets);
  return sheets.map((sheet) => {
    const { width, height } = sheet.getBoundingClientRect();
    return { left: run.offsetLeft + sheet.offsetLeft, width, height };
  });
}

function element(page: Document, name: string): HTMLElement {
  const made = page.createElement('div');
  made.className = name;
  return made;
}
