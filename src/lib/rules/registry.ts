import { codeChecksum } from './code-checksum.ts';
import { codeFormat } from './code-format.ts';
import { fundingSum } from './funding-sum.ts';
import { operatorLookalike } from './operator-lookalike.ts';
import type { Rule } from './rule.ts';
import { unitMissing } from './unit-missing.ts';

/** The rules in the order of the catalogue. A new rule is one line here. */
export const RULES: readonly Rule[] = [
  codeFormat,
  codeChecksum,
  fundingSum,
  operatorLookalike,
  unitMissing
];
