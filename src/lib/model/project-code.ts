/** The letters and digits of a project code: no I, O, S, V, Z, which are taken for 1, 0, 5, U, 2. */
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** How many characters a project code has. */
export const PROJECT_CODE_LENGTH = 21;

const PROJECT_CODE =
  /^(\d{6})(\d{2})([A-HJ-NPQRTUWXY])([0-9A-HJ-NPQRTUWXY]{11})([0-9A-HJ-NPQRTUWXY])$/;

/** The parts of a 项目编码. */
export interface ProjectCode {
  /** Six digits of GB/T 2260. */
  readonly region: string;
  /** The last two digits of the year in which the project was entered. */
  readonly year: string;
  /** The kind of project: P in Hebei and Tianjin, R and T elsewhere. */
  readonly kind: string;
  readonly check: string;
}

/** Reads a project code; null where it does not have the form of one. The check character is not tried. */
export function readProjectCode(text: string): ProjectCode | null {
  const match = PROJECT_CODE.exec(text);
  if (!match) return null;
  return { region: match[1]!, year: match[2]!, kind: match[3]!, check: match[5]! };
}

/** Whether a character may stand in a project code. */
export function isCodeCharacter(character: string): boolean {
  return character.length === 1 && ALPHABET.includes(character);
}

/**
 * Whether the check character follows the formula of `checkCharacter`: it is known to hold for the
 * P codes of Tianjin (12) and Hebei (13), and known not to hold for the codes of Sichuan.
 */
export function hasKnownCheck({ region, kind }: ProjectCode): boolean {
  return kind === 'P' && /^1[23]/.test(region);
}

/**
 * The check character of the first 20 characters of a project code:
 * `alphabet[(30 − Σ v(cᵢ)·3ⁱ mod 31) mod 31]`, where v is the place of a character in the alphabet.
 * Any single mistyped character changes it. Throws where the characters are not 20 of the alphabet.
 */
export function checkCharacter(code20: string): string {
  if (code20.length !== PROJECT_CODE_LENGTH - 1) {
    throw new RangeError(`a check character needs 20 characters, not ${code20.length}: ${code20}`);
  }
  let sum = 0;
  let power = 1;
  for (const character of code20) {
    const value = ALPHABET.indexOf(character);
    if (value < 0) throw new RangeError(`no character of a project code: ${character}`);
    sum = (sum + value * power) % ALPHABET.length;
    power = (power * 3) % ALPHABET.length;
  }
  return ALPHABET[ALPHABET.length - 1 - sum]!;
}
