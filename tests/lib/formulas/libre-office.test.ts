import { beforeAll, describe, expect, it } from 'vitest';
import { createWorkbook } from '#lib/model/create.ts';
import { FORMULAS, INPUTS } from './formula-table.ts';
import { freeSheet, loadEngineFromDisk, resultsOf } from './calculated.ts';
import recorded from './libre-office.json' with { type: 'json' };

beforeAll(loadEngineFromDisk);

/** What LibreOffice shows of each formula, recorded by the long test of the same name. */
const EXPECTED = recorded as Readonly<Record<string, string>>;

/** Where we go with Excel and WPS, and what ours comes to there. */
const OTHERWISE: Readonly<Record<string, readonly [ours: string, why: string]>> = {
  '=XLOOKUP("松岭乡",A2:A8,C2:C8)': ['30', 'LibreOffice 7.4 does not know XLOOKUP'],
  '=XLOOKUP("没有",A2:A8,C2:C8,"未找到")': ['未找到', 'LibreOffice 7.4 does not know XLOOKUP'],
  '=SQRT(-1)': ['#NUM!', 'LibreOffice calls it Err:502'],
  '=B2:B8*0+1': ['#SPILL!', 'a list of results has no room; LibreOffice takes one cell of it'],
  '=10%+5': ['5.1', 'LibreOffice shows the sum as a percent']
};

function same(ours: string, theirs: string): boolean {
  if (ours === theirs) return true;
  const [a, b] = [Number(ours), Number(theirs)];
  return ours !== '' && theirs !== '' && Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(b));
}

describe('300 formulas', () => {
  it('come to what LibreOffice makes of them', () => {
    const rows = FORMULAS.map((formula, at) => {
      const cells = INPUTS[at] ?? [];
      return [...cells, ...Array.from({ length: 7 - cells.length }, () => ''), formula];
    });
    const results = resultsOf(createWorkbook({ sheets: [freeSheet('f', rows)] }));
    const differences = FORMULAS.map((formula, at) => ({
      formula,
      ours: results.get(`f-${at + 1}/H`) ?? '',
      theirs: OTHERWISE[formula]?.[0] ?? EXPECTED[formula] ?? '(not recorded)'
    })).filter(({ ours, theirs }) => !same(ours, theirs));
    expect(differences).toEqual([]);
  });
});
