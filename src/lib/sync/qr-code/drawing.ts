import { encodeQR } from 'qr';

/** Modules of white that a code needs around it, by ISO/IEC 18004; without them it is not found on a dark page. */
const QUIET_ZONE = 4;

/** The QR code of a text as an SVG of black on nothing, without a size of its own. */
export function drawnCode(text: string): string {
  // A longer redundancy would make the modules smaller, and they are small on a screen.
  return encodeQR(text, 'svg', { ecc: 'low', border: QUIET_ZONE });
}
