import type { Subject, Subjects } from '#lib/model/disclosure/subjects.ts';
import { remember } from '#lib/model/remember.ts';
import { subjectLevel } from '#lib/model/subject-code.ts';
import { cellText, fieldText, type Sheet } from '#lib/model/workbook.ts';

/** The code of a 项级科目, alone or in front of its name: 2130305水利工程建设. */
const CODE = /(?<!\d)2\d{6}(?!\d)/g;

/** Where project tables and briefs say what the money is for. */
const FIELDS = ['projectName', 'usage', 'goal', 'overview', 'funds'];

/** What is written of a project, in one text, without quotes and spaces. */
const textOf = remember((sheet: Sheet): string =>
  [sheet.title, ...FIELDS.map((field) => fieldText(sheet, field)), sheet.note]
    .join('\n')
    .replace(/[“”"「」 \t]/g, '')
);

/** The 项级科目 of a table that a project can name by words: those whose name no other has. */
const namedOnce = remember((subjects: Subjects): readonly (readonly [string, Subject])[] => {
  const all = [...subjects.byCode.values()]
    .filter(({ code }) => subjectLevel(code) === 3)
    .map((subject) => [cellText(subject.row, 'name').replace(/\s+/g, ''), subject] as const);
  return all.filter(
    ([name]) => name.length > 1 && all.filter(([other]) => other === name).length === 1
  );
});

const namedIn = remember((subjects: Subjects) =>
  remember((sheet: Sheet): ReadonlySet<Subject> => {
    const text = textOf(sheet);
    const byCode = [...text.matchAll(CODE)].flatMap(([code]) => subjects.byCode.get(code) ?? []);
    const byName = namedOnce(subjects)
      .filter(([name]) => ['（项）', '(项)', '科目'].some((end) => text.includes(name + end)))
      .map(([, subject]) => subject);
    return new Set([...byCode, ...byName]);
  })
);

/**
 * The 项级科目 of a table that a project says it is paid from: by its code, or by its name with （项） or
 * 科目 behind it. The forms have no field for it, and a name alone is often that of the work. Null where a
 * project names none, or several.
 */
export function subjectOfProject(sheet: Sheet, subjects: Subjects): Subject | null {
  const [subject, ...others] = namedIn(subjects)(sheet);
  return subject && others.length === 0 ? subject : null;
}
