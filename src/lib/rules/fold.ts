import { halfWidth } from '#lib/model/decimal.ts';

/**
 * A text as comparing sees it: half-width, without spaces and punctuation; % is kept, since 90 % is
 * not 90.
 */
export function fold(text: string): string {
  return halfWidth(text).replace(/\s+|(?!%)\p{P}/gu, '');
}
