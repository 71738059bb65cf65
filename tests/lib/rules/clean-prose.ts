import fc from 'fast-check';
import { createRow, createSheet, createWorkbook } from '#lib/model/create.ts';
import type { Sheet, Workbook } from '#lib/model/workbook.ts';

const PART_ONE = ['第一部分 部门整体绩效目标'];
const PART_TWO = ['第二部分 预算项目绩效目标'];

/** What a made-up project is about. */
interface Topic {
  readonly name: string;
  readonly office: string;
  readonly works: readonly [string, string];
  readonly indicators: readonly [string, string];
}

const TOPICS: readonly Topic[] = [
  {
    name: '河道清淤',
    office: '河道科',
    works: ['完成主河道清淤疏浚', '完成支流口门清障'],
    indicators: ['清淤河道长度', '沿岸群众满意度']
  },
  {
    name: '水库巡查',
    office: '水库科',
    works: ['汛期每日巡查大坝', '配备巡查照明器具'],
    indicators: ['大坝巡查次数', '下游村庄安全度汛情况']
  },
  {
    name: '节水宣传',
    office: '节水办',
    works: ['印制节水知识手册', '组织校园节水讲座'],
    indicators: ['手册印制数量', '师生节水知晓率']
  }
];

/** Papers in prose for 2024, of one department, with nothing that a rule could find. */
export const cleanProse: fc.Arbitrary<Workbook> = fc
  .array(fc.integer({ min: 1, max: 40 }), { minLength: 6, maxLength: 6 })
  .map((amounts) =>
    createWorkbook({
      id: 'clean',
      title: '青泉县水务局2024年部门预算绩效文本',
      year: 2024,
      department: '青泉县水务局',
      cover: '青泉县财政局审核\n二〇二三年十一月',
      sheets: [
        ...sections(),
        ...TOPICS.map((topic, at) => brief(topic, amounts.slice(at * 2, at * 2 + 2)))
      ]
    })
  );

function sections(): readonly Sheet[] {
  const listed = TOPICS.flatMap(({ name, works }, at) => [
    `（${'一二三'[at]}）${name}绩效目标：`,
    `1、${works[0]}；`,
    `2、${works[1]}。`
  ]);
  const bodies: readonly (readonly [number: string, title: string, body: string])[] = [
    [
      '一、',
      '总体绩效目标',
      '2024年全县水利工作包括以下2个方面：\n1、确保河道行洪安全；\n2、确保城乡供水稳定。'
    ],
    ['二、', '分项绩效目标', listed.join('\n')],
    ['三、', '工作保障措施', '（一）落实防汛责任。\n（二）加强资金管理。\n（三）按月通报进度。']
  ];
  return bodies.map(([number, title, body], at) =>
    createSheet('text', { id: `text${at}`, number, title, path: PART_ONE, fields: { body } })
  );
}

function brief({ name, office, works, indicators }: Topic, amounts: readonly number[]): Sheet {
  const [first = 0, second = 0] = amounts;
  return createSheet('brief', {
    id: name,
    title: `关于${name}项目绩效目标指标的说明`,
    path: PART_TWO,
    fields: {
      office,
      projectName: name,
      overview: `${name}项目是我部门为履行职责设置的。主要项目内容包括以下2个方面：\n1、${works[0]}；\n2、${works[1]}。`,
      funds: `2024年该项目主要安排资金共计${first + second}万元。其中：\n1、${works[0]}，安排${first}万元；\n2、${works[1]}，安排${second}万元。`,
      fundsTotal: String(first + second),
      goals: `${name}项目主要设置了2项绩效目标：一是${works[0]}。二是${works[1]}。`,
      indicators: `1、对应目标一设置1项产出指标、1项效益指标，分别是${indicators.join('；')}。`,
      criteria: `1、${indicators[0]}按照年度工作计划评价。`
    },
    rows: [
      createRow({ item: works[0], amount: String(first) }, `${name}1`),
      createRow({ item: works[1], amount: String(second) }, `${name}2`)
    ]
  });
}
