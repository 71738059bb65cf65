import { readTarget } from '#lib/model/target.ts';
import { cleanText } from '../cleaning/layout-spaces.ts';
import type { Line } from '../lines.ts';

/** A text between two spaces of a line, or a line of its own. */
export interface Token {
  readonly text: string;
  readonly line: number;
  /** Its place on its line, from 0: where one follows the other, a space was between them. */
  readonly at: number;
}

/** Words in which a target is graded, where it is no number (domain: Indicators). */
const GRADED =
  /^(?:有效|明显|显著|基本|完全|持续|稳步|逐步|大幅|进一步|不断|效果|成效)(?:提高|提升|改善|增强|促进|保障|减少|降低|加强|明显|显著|良好|较好)$/;

const UNIT_LENGTH = 4;

/** The tokens of a line; a number and its unit are one. */
export function tokensOf({ text, number }: Line): Token[] {
  const tokens: Token[] = [];
  for (const piece of text.split(/\s+/)) {
    const before = tokens.at(-1);
    if (piece === '') continue;
    if (before && isBareNumber(before.text) && isUnit(piece)) {
      tokens[tokens.length - 1] = { ...before, text: `${before.text}${piece}` };
    } else {
      tokens.push({ text: piece, line: number, at: tokens.length });
    }
  }
  return tokens;
}

function isBareNumber(text: string): boolean {
  return /^[≥≤≪≫=><]/.test(text) && readTarget(text)?.unit === '';
}

function isUnit(text: string): boolean {
  return text.length <= UNIT_LENGTH && /^[\p{Script=Han}%％/]+$/u.test(text);
}

const DEADLINE =
  /^(?:\d{4}年)?\d{1,2}月(?:\d{1,2}日|底)?(?:之?前|以前)?$|^\d{4}年(?:底|末)?(?:之?前|以前)?$/;

/** Whether a token can only be a target: a number with an operator, a percent, a date, graded words. */
export function isTarget({ text }: Token): boolean {
  return (
    /^[≥≤≪≫=><]\s*\d/.test(text) ||
    /^\d+(?:\.\d+)?[%％]$/.test(text) ||
    DEADLINE.test(text) ||
    GRADED.test(text)
  );
}

/** The text of a cell that was broken into tokens: those that stood side by side keep their space. */
export function joinTokens(tokens: readonly Token[]): string {
  const joined = tokens.map(({ text, at }, index) => {
    const before = tokens[index - 1];
    return before && before.at + 1 === at ? ` ${text}` : text;
  });
  return cleanText(joined.join(''));
}
