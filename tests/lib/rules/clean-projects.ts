import fc from 'fast-check';
import { createRow, createSheet, createWorkbook } from '#lib/model/create.ts';
import { checkCharacter } from '#lib/model/project-code.ts';
import type { Sheet, Workbook } from '#lib/model/workbook.ts';

/** What made-up projects are about: their names, what they deliver, and for whom. */
const TOPICS = [
  { name: '河道清淤', work: '清淤', part: '河段', word: '段', people: '沿岸居民' },
  { name: '水库加固', work: '加固', part: '坝体', word: '处', people: '下游村民' },
  { name: '泵站维护', work: '检修', part: '机组', word: '台', people: '灌区农户' },
  { name: '水闸改造', work: '改造', part: '闸门', word: '扇', people: '滨河商户' },
  { name: '渠道防渗', work: '衬砌', part: '渠段', word: '段', people: '用水农户' },
  { name: '水文测报', work: '校准', part: '测站', word: '个', people: '防汛部门' }
] as const;

type Topic = (typeof TOPICS)[number];

/** How much a project does, and at what cost in 万元, with two decimals: not 100, which could be a percent. */
interface Size {
  readonly count: number;
  readonly budget: string;
  /** Of what is accepted and of who is satisfied, in percent. */
  readonly rate: number;
}

const sizes: fc.Arbitrary<Size> = fc.record({
  count: fc.integer({ min: 1, max: 400 }),
  budget: fc.integer({ min: 101, max: 900 }).map((budget) => budget.toFixed(2)),
  rate: fc.integer({ min: 85, max: 99 })
});

/** Three projects of 2024 with nothing in them that a rule could find. */
export const cleanProjects: fc.Arbitrary<Workbook> = fc.tuple(sizes, sizes, sizes).map((all) =>
  createWorkbook({
    title: '青泉县水务局 2024 年绩效文本',
    year: 2024,
    region: '130199',
    department: '青泉县水务局',
    sheets: all.map((size, at) => projectOf(at, size))
  })
);

/** A project code of a region and a year, with the right check character. */
export function codeOf(region: string, year: string, number: number): string {
  const code = `${region}${year}P${String(number).padStart(11, '0')}`;
  return code + checkCharacter(code);
}

/** The project of one of six topics, counted from 0. */
export function projectOf(at: number, size: Size): Sheet {
  const topic: Topic = TOPICS[at]!;
  const { name, work, part, word, people } = topic;
  const id = `s${at + 1}`;
  const texts: readonly (readonly [string, string, string, string, string])[] = [
    [
      '产出指标',
      '数量指标',
      `${work}${part}数`,
      `${work}后通过验收的${part}`,
      `≥${size.count}${word}`
    ],
    ['产出指标', '质量指标', '验收合格率', `合格${part}÷${work}${part}`, `≥${size.rate}%`],
    ['产出指标', '时效指标', '完工时间', `全部${part}${work}结束的日期`, '2024年10月底前'],
    ['产出指标', '成本指标', `${work}成本`, `${work}所用的材料和人工`, `≤${size.budget}万元`],
    ['效益指标', '社会效益指标', '防灾能力', `${people}抵御水旱灾害的能力`, '显著提升'],
    [
      '满意度指标',
      '服务对象满意度指标',
      `${people}满意度`,
      `满意${people}所占比例`,
      `≥${size.rate}%`
    ]
  ];
  return createSheet('project', {
    id,
    number: `${at + 1}.`,
    title: `${name}绩效目标表`,
    path: ['第二部分 预算项目绩效目标'],
    fields: {
      unitCode: '101001',
      unitName: '青泉县水务局',
      moneyUnit: '万元',
      projectCode: codeOf('130199', '24', at + 1),
      projectName: name,
      budget: size.budget,
      fiscalFunds: size.budget,
      otherFunds: '0.00',
      usage: `用于${name}的材料和人工`,
      planMarch: `${at + 5}%`,
      planJune: `${at + 40}%`,
      planOctober: `${at + 80}%`,
      planDecember: '100%',
      goal: `10月底前${work}${part}${size.count}${word}`
    },
    rows: texts.map(([level1, level2, level3, description, target], row) =>
      createRow(
        { level1, level2, level3, description, target, basis: `《${name}实施方案》` },
        `${id}r${row + 1}`
      )
    )
  });
}
