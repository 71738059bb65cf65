import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdit } from '#lib/model/apply.ts';
import { countingIds } from '#lib/model/ids.ts';
import { projectName } from '#lib/model/project-name.ts';
import { cellText, findSheet, type Workbook } from '#lib/model/workbook.ts';
import {
  countPlaced,
  editOfPlacing,
  placeRows,
  type Destination,
  type PlacedRows
} from '#lib/workspace/bulk/place-rows.ts';
import { projectSheet, smallWorkbook } from '#tests/support/workbooks.ts';

const CODE = '13092423P00001110001X';

/** Ten projects called 项目一 … 项目十, the first with a code. */
function tenProjects(): Workbook {
  const sheets = [...'一二三四五六七八九十'].map((number, at) =>
    projectSheet(`q${at}`, {
      number: `${at + 1}.`,
      title: `项目${number}绩效目标表`,
      fields: { projectName: `项目${number}`, projectCode: at === 0 ? CODE : '' }
    })
  );
  return { ...smallWorkbook(), sheets };
}

const workbook = tenProjects();
const place = (block: readonly (readonly string[])[], beside: string | null = null) =>
  placeRows(workbook, block, beside, countingIds());
const namesIn = (of: Workbook, sheet: string) =>
  findSheet(of, sheet)!.rows.map((row) => cellText(row, 'level3'));
const indicator = (name: string) => ['产出指标', '数量指标', name, '', '≥1个', ''];

describe('a pasted block with projects in front', () => {
  it('goes to the projects that it names by code, by name, or with their number', () => {
    const placed = place([
      [CODE, ...indicator('甲')],
      ['项目二', ...indicator('乙')],
      ['3.项目三', ...indicator('丙')],
      ['  项目 四绩效目标表', ...indicator('丁')],
      ['5、项目五', ...indicator('戊')]
    ])!;
    expect(placed.map(({ sheets }) => sheets)).toEqual([['q0'], ['q1'], ['q2'], ['q3'], ['q4']]);
    const after = applyEdit(workbook, editOfPlacing(workbook, placed));
    expect(namesIn(after, 'q1')).toEqual(['清淤河道长度', '乙', '断面验收合格率', '受益村庄数量']);
  });

  it('takes a blank name for the one above, and the first for the project pasted at', () => {
    const placed = place(
      [
        ['', ...indicator('甲')],
        ['项目二', ...indicator('乙')],
        ['', ...indicator('丙')]
      ],
      'q4'
    )!;
    expect(placed.map(({ sheets, rows }) => [...sheets, rows.length])).toEqual([
      ['q4', 1],
      ['q1', 2]
    ]);
  });

  it('takes a blank first level for the one above in its project', () => {
    const [placed] = place([
      ['项目二', ...indicator('甲')],
      ['', '', '质量指标', '乙', '', '', '']
    ])!;
    expect(placed!.rows.map((row) => cellText(row, 'level1'))).toEqual(['产出指标', '产出指标']);
  });

  it('is read under its titles, and as 指标总表 is exported', () => {
    const titled = place([
      ['序号', '项目名称', '三级指标', '指标值'],
      ['1', '项目六', '甲', '≥2个']
    ])!;
    expect(titled.map(({ sheets }) => sheets)).toEqual([['q5']]);
    expect(titled[0]!.rows[0]!.cells).toEqual({ level3: '甲', target: '≥2个' });
    const exported = place([[CODE, '改过的名称', ...indicator('甲')]])!;
    expect(exported.map(({ sheets }) => sheets)).toEqual([['q0']]);
    expect(cellText(exported[0]!.rows[0]!, 'level3')).toBe('甲');
  });

  it('is none where it begins with levels or is one column', () => {
    expect(place([indicator('甲')])).toBeNull();
    expect(place([['项目二'], ['项目三']])).toBeNull();
  });

  it('leaves open where a name is of no project, or of several', () => {
    const twice = {
      ...workbook,
      sheets: [...workbook.sheets, projectSheet('q10'), projectSheet('q11')]
    };
    const block = [
      ['项目百', ...indicator('甲')],
      ['河道清淤专项经费', ...indicator('乙')]
    ];
    const placed = placeRows(twice, block, null, countingIds())!;
    expect(placed.map(({ named, sheets }) => [named, sheets])).toEqual([
      ['项目百', []],
      ['河道清淤专项经费', ['q10', 'q11']]
    ]);
    expect(editOfPlacing(twice, placed).changes).toEqual([]);
  });

  it('goes where one decides: into a project, or into new ones', () => {
    const block = [
      ['项目百', ...indicator('甲')],
      ['项目千', ...indicator('乙')],
      ['项目万', ...indicator('丙')],
      ['项目亿', ...indicator('丁')],
      ['项目二', ...indicator('戊')]
    ];
    const placed = place(block)!;
    const [hundred, thousand, more] = placed;
    const edit = editOfPlacing(
      workbook,
      placed,
      new Map<PlacedRows, Destination>([
        [hundred!, { sheet: 'q1' }],
        [thousand!, 'new'],
        [more!, 'new']
      ])
    );
    const after = applyEdit(workbook, edit);
    expect(namesIn(after, 'q1')).toContain('甲');
    const added = after.sheets.slice(10);
    expect(added.map((sheet) => [sheet.number, projectName(sheet), sheet.title])).toEqual([
      ['11.', '项目千', '项目千绩效目标表'],
      ['12.', '项目万', '项目万绩效目标表']
    ]);
    expect(added.map(({ rows }) => rows.map((row) => cellText(row, 'level3')))).toEqual([
      ['乙'],
      ['丙']
    ]);
    expect(countPlaced(edit)).toEqual({ rows: 4, projects: 3 });
    expect(edit.label).toBe('粘贴 4 行到 3 个项目');
  });

  it('puts every row into its own project and leaves the rows that stand there', () => {
    const named = fc.array(
      fc.record({ project: fc.integer({ min: 0, max: 9 }), blank: fc.boolean() }),
      { minLength: 1, maxLength: 60 }
    );
    fc.assert(
      fc.property(named, (rows) => {
        let project = rows[0]!.project;
        const expected = new Map<string, string[]>();
        const block = rows.map((row, at) => {
          const isBlank = row.blank && at > 0;
          if (!isBlank) project = row.project;
          expected.set(`q${project}`, [...(expected.get(`q${project}`) ?? []), `指标${at}`]);
          const name = projectName(workbook.sheets[project]!);
          return [isBlank ? '' : name, ...indicator(`指标${at}`)];
        });
        const after = applyEdit(workbook, editOfPlacing(workbook, place(block)!));
        for (const [at, sheet] of workbook.sheets.entries()) {
          const names = namesIn(after, sheet.id);
          const pasted = names.filter((name) => name.startsWith('指标'));
          expect(pasted).toEqual(expected.get(`q${at}`) ?? []);
          const ids = findSheet(after, sheet.id)!.rows.map(({ id }) => id);
          expect(ids.filter((id) => id.startsWith('q'))).toEqual(sheet.rows.map(({ id }) => id));
        }
      })
    );
  });
});
