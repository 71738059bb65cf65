import {
  AnnotationMode,
  OPS,
  type PDFDocumentProxy,
  type PDFPageProxy
} from 'pdfjs-dist/legacy/build/pdf.mjs';
import { refuse, type Refusal } from '../refusal.ts';
import { readDrawing, type Drawing, type Operators } from './drawing.ts';
import { boxBetween, type Box, type Matrix } from './matrix.ts';
import { readPage, type Page, type PageSize } from './page.ts';
import type { PrintedFont } from './text-state.ts';

/** A page that draws more than this is not read. One full of small print draws some 10,000 things. */
const MOST_OPERATORS = 500_000;

/** Reads the pages of a document in order; refuses it where one is damaged or draws more than any paper. */
export async function readPages(document: PDFDocumentProxy): Promise<readonly Page[] | Refusal> {
  const pages: Page[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const content = await contentOf(document, number);
    if (content === null) return refuse('damaged-pdf');
    if (content.operators.fnArray.length > MOST_OPERATORS) return refuse('too-large');
    pages.push(readPage(drawingOf(content), content.size, content.links));
  }
  return pages;
}

/** What pdf.js gives of a page. */
interface Content {
  readonly operators: Operators;
  readonly fonts: ReadonlyMap<string, PrintedFont>;
  /** From the page's own units to points from its top left corner, as it is shown. */
  readonly shown: Matrix;
  readonly size: PageSize;
  /** Where the page leads to other places of the document. */
  readonly links: readonly Box[];
}

function drawingOf({ operators, fonts, shown }: Content): Drawing {
  return readDrawing(operators, fonts, shown);
}

/** Null where pdf.js cannot read the page. */
async function contentOf(document: PDFDocumentProxy, number: number): Promise<Content | null> {
  try {
    const page = await document.getPage(number);
    const operators = await page.getOperatorList({ annotationMode: AnnotationMode.DISABLE });
    const { transform, width, height } = page.getViewport({ scale: 1 });
    const shown = transform as unknown as Matrix;
    const fonts = await fontsOf(page, operators);
    const links = await linksOf(page, shown);
    page.cleanup();
    return { operators, fonts, shown, size: { width, height }, links };
  } catch {
    return null;
  }
}

async function linksOf(page: PDFPageProxy, shown: Matrix): Promise<Box[]> {
  const annotations: { subtype?: string; dest?: unknown; rect?: number[] }[] =
    await page.getAnnotations();
  return annotations.flatMap(({ subtype, dest, rect = [] }) => {
    const [left = 0, bottom = 0, right = 0, top = 0] = rect;
    return subtype === 'Link' && dest
      ? [boxBetween(shown, { x: left, y: bottom }, { x: right, y: top })]
      : [];
  });
}

/** The fonts that a page writes with, by the names its operators give them. */
async function fontsOf(
  page: PDFPageProxy,
  { fnArray, argsArray }: Operators
): Promise<Map<string, PrintedFont>> {
  const names = new Set(
    fnArray.flatMap((operator, index) =>
      operator === OPS.setFont ? [(argsArray[index] as readonly string[])[0]!] : []
    )
  );
  const fonts = new Map<string, PrintedFont>();
  for (const name of names) {
    // The error's text stands in the place of a font that cannot be read.
    const font: unknown = await new Promise((resolve, reject) =>
      page.commonObjs.get(name, resolve, reject)
    );
    if (isFont(font)) {
      fonts.set(name, {
        fontMatrix: font.fontMatrix ?? THOUSANDTHS,
        vertical: font.vertical === true
      });
    }
  }
  return fonts;
}

/** How fonts measure their characters that do not say it. */
const THOUSANDTHS: Matrix = [0.001, 0, 0, 0.001, 0, 0];

/** What pdf.js knows of a font that it could read. */
type ReadFont = Partial<PrintedFont>;

function isFont(font: unknown): font is ReadFont {
  return typeof font === 'object' && font !== null && 'fontMatrix' in font;
}
