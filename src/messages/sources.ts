import { matchesGlob } from 'node:path';

/** Where the program speaks to people. */
const SPEAKING = [
  'src/routes/**',
  'src/lib/ui/**',
  'src/lib/grid/**',
  'src/lib/workspace/**',
  'src/lib/document/**',
  'src/lib/exporters/{formats,review/review-formats}.ts',
  'src/lib/importers/{file-kinds,formats,import,refusal}.ts',
  'src/lib/importers/carried/{added-sheets,carried}.ts',
  'src/lib/importers/{cells/cell-lines,json/json,office/office}.ts',
  'src/lib/importers/docx/{paragraph,remarks}.ts',
  'src/lib/importers/formulas/formula-notes.ts',
  'src/lib/importers/paper/{contents,cover,identity,read-block,workbook-form}.ts',
  'src/lib/importers/paper/cleaning/{converter-marks,glued-titles,page-numbers}.ts',
  'src/lib/importers/paper/{disclosure/disclosure-table,free/free-table}.ts',
  'src/lib/importers/paper/overview/overview-projects.ts',
  'src/lib/importers/paper/prose/{brief,prose-section,prose}.ts',
  'src/lib/importers/paper/project/{first-levels,header-block,indicator-rows}.ts',
  'src/lib/importers/paper/project/{mended-cells,project-table,whole-rows}.ts',
  'src/lib/importers/pdf/pdf-source.ts',
  'src/lib/importers/xlsx/{remarks,xlsx}.ts',
  'src/lib/model/comment-standing.ts',
  'src/lib/model/conflict.ts',
  'src/lib/model/describe-place.ts',
  'src/lib/model/formula/{errors,functions}.ts',
  'src/lib/model/own-field.ts',
  'src/lib/model/place-name.ts',
  'src/lib/model/settings/*.ts',
  'src/lib/model/unit-name.ts',
  'src/lib/rules/{fix-labels,parts}.ts'
];

/** Words of the papers, which are Chinese in every language of the interface, and words that are compared. */
const PAPERS = [
  'src/lib/grid/clipboard/cleaned-text.ts',
  'src/lib/grid/columns.ts',
  'src/lib/grid/project-columns.ts',
  'src/lib/grid/sort-rank.ts',
  'src/lib/grid/text-order.ts',
  'src/lib/workspace/bulk/read-project-block.ts',
  'src/lib/workspace/offers/*-subjects.ts',
  'src/lib/workspace/offers/basis-offers.ts',
  'src/lib/workspace/offers/target-offers.ts',
  'src/lib/workspace/rule-settings/examples.ts'
];

/** Whether the texts of a source file are said in the language of the interface. */
export function speaks(file: string): boolean {
  const among = (globs: readonly string[]) => globs.some((glob) => matchesGlob(file, glob));
  return /\.(svelte|ts)$/.test(file) && among(SPEAKING) && !among(PAPERS);
}
