/** What pdf.js asks for while it reads a file. */
interface Request {
  readonly kind: string;
  readonly filename: string;
}

/**
 * Gives pdf.js the maps from character codes to Chinese characters that a PDF names but does not hold,
 * as most reports do whose fonts are not embedded (PDF 32000-1, 9.7.5.2, Adobe-GB1). They are copies of
 * those that come with pdf.js, so that they are here without a network; other files it asks for, such as
 * fonts, are only needed to draw.
 */
export class CharacterMaps {
  /** Rejects where there is no such map; pdf.js then reads the text as far as it can. */
  async fetch({ filename }: Request): Promise<Uint8Array> {
    const { ADOBE_GB1 } = await import('./adobe-gb1.ts');
    const encoded = new Map(Object.entries(ADOBE_GB1)).get(filename.replace(/\.bcmap$/, ''));
    if (encoded === undefined) throw new Error(`no character map is kept as ${filename}`);
    return Uint8Array.from(atob(encoded), (character) => character.charCodeAt(0));
  }
}
