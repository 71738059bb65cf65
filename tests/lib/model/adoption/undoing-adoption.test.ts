import fc from 'fast-check';
import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { WorkbookDocument } from '#lib/document/document.ts';
import type { ArrivalChoice } from '#lib/model/adoption/decision.ts';
import { applyEdit } from '#lib/model/apply.ts';
import { countingIds } from '#lib/model/ids.ts';
import type { Workbook } from '#lib/model/workbook.ts';
import { editFrom, editRecipes } from '#tests/support/random-edits.ts';
import { smallWorkbook } from '#tests/support/workbooks.ts';
import { plan } from './adopted.ts';

it('taking sheets in is one edit that one undo takes back exactly, whatever is imported and chosen', () => {
  const choice = fc.constantFrom<ArrivalChoice>('skip', 'replace', 'both');
  fc.assert(
    fc.property(
      fc.array(editRecipes, { maxLength: 6 }),
      fc.array(editRecipes, { maxLength: 6 }),
      fc.array(choice, { minLength: 1, maxLength: 5 }),
      fc.boolean(),
      (here, there, picks, carriesIds) => {
        const open = edited(smallWorkbook(), here, 'here');
        const source = edited(smallWorkbook(), there, 'there');
        const imported = carriesIds ? source : withOtherIds(source);
        const document = documentOf(open);
        const before = plain(document.workbook);
        let at = 0;
        const { edit } = plan(
          document.workbook,
          [imported, imported],
          () => picks[at++ % picks.length]
        );

        document.edit(edit);
        expect(plain(document.workbook)).toEqual(plain(applyEdit(open, edit)));
        if (edit.changes.length > 0) document.undo();

        expect(plain(document.workbook)).toEqual(before);
      }
    )
  );
});

function documentOf(workbook: Workbook): WorkbookDocument {
  const document = new WorkbookDocument({
    id: workbook.id,
    doc: new Y.Doc(),
    comments: new Y.Doc(),
    log: new Y.Doc(),
    author: { id: 'me', name: '王芳' }
  });
  document.fill(workbook, '导入');
  return document;
}

function edited(
  workbook: Workbook,
  edits: Parameters<typeof editFrom>[0][],
  prefix: string
): Workbook {
  const ids = countingIds(prefix);
  return edits.reduce(
    (before, recipes) => applyEdit(before, editFrom(recipes, before, ids)),
    workbook
  );
}

function withOtherIds(workbook: Workbook): Workbook {
  const ids = countingIds('other');
  const sheets = workbook.sheets.map((sheet) => ({
    ...sheet,
    id: ids(),
    rows: sheet.rows.map((row) => ({ ...row, id: ids() }))
  }));
  return { ...workbook, sheets };
}

/** The workbook as plain data, in which absent and empty texts are alike. */
function plain(workbook: Workbook): unknown {
  const filled = (texts: Readonly<Record<string, string>>) =>
    Object.fromEntries(
      Object.entries(texts)
        .filter(([, text]) => text !== '')
        .sort()
    );
  return {
    ...workbook,
    sheets: workbook.sheets.map((sheet) => ({
      ...sheet,
      fields: filled(sheet.fields),
      rows: sheet.rows.map(({ id, cells }) => ({ id, cells: filled(cells) }))
    }))
  };
}
