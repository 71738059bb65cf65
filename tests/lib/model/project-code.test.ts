import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  checkCharacter,
  hasKnownCheck,
  isCodeCharacter,
  PROJECT_CODE_LENGTH,
  readProjectCode
} from '#lib/model/project-code.ts';

const CHARACTERS = [...'0123456789ABCDEFGHJKLMNPQRTUWXY'];
const character = fc.constantFrom(...CHARACTERS);
const code20 = fc.string({ unit: character, minLength: 20, maxLength: 20 });

describe('a project code', () => {
  it('is read into its parts', () => {
    expect(readProjectCode('13019924P00123456789B')).toEqual({
      region: '130199',
      year: '24',
      kind: 'P',
      check: 'B'
    });
  });

  it.each([
    ['too short', '13019924P0012345678B'],
    ['too long', '13019924P001234567890B'],
    ['a letter in the region', '1301A924P00123456789B'],
    ['a digit for the kind', '13019924100123456789B'],
    ['a letter that codes do not use', '13019924P0O123456789B'],
    ['small letters', '13019924p00123456789b'],
    ['spaces', ' 13019924P00123456789B']
  ])('%s is none', (_, text) => {
    expect(readProjectCode(text)).toBeNull();
  });

  it('uses 31 characters', () => {
    expect(CHARACTERS.every(isCodeCharacter)).toBe(true);
    expect(['I', 'O', 'S', 'V', 'Z', 'a', '', '12'].some(isCodeCharacter)).toBe(false);
  });

  it('has a check character that is known for the P codes of Tianjin and Hebei', () => {
    const known = ['13019924P', '12019924P', '13019924T', '51019924P', '31209924P'].map((head) =>
      hasKnownCheck(readProjectCode(`${head}00123456789A`)!)
    );
    expect(known).toEqual([true, true, false, false, false]);
  });
});

describe('the check character', () => {
  it('is the last letter less the weighed sum of the places, which for zeros is the last letter', () => {
    expect(checkCharacter('0'.repeat(20))).toBe('Y');
    expect(checkCharacter(`1${'0'.repeat(19)}`)).toBe('X');
    expect(checkCharacter(`01${'0'.repeat(18)}`)).toBe('U');
  });

  it('changes with any single character', () => {
    fc.assert(
      fc.property(code20, fc.nat(19), character, (code, at, other) => {
        fc.pre(code[at] !== other);
        const mistyped = code.slice(0, at) + other + code.slice(at + 1);
        expect(checkCharacter(mistyped)).not.toBe(checkCharacter(code));
      })
    );
  });

  it('is not asked of anything but 20 characters of a code', () => {
    expect(() => checkCharacter('123')).toThrow('20 characters, not 3');
    expect(() => checkCharacter('O'.repeat(PROJECT_CODE_LENGTH - 1))).toThrow('no character');
  });
});
