import type { FormName } from './workbook.ts';

/** A first level and the second levels that belong to it, in the official order. */
export interface FirstLevel {
  readonly name: string;
  readonly second: readonly string[];
}

/** A taxonomy of indicators: which levels a project sheet has, and which of them must be there. */
export interface Form {
  readonly name: FormName;
  readonly title: string;
  /** The title for a narrow place. */
  readonly short: string;
  readonly levels: readonly FirstLevel[];
  /** Second levels of 产出 (and 成本) that need at least one row each. */
  readonly requiredOutputs: readonly string[];
  /** Whether a missing 满意度 row is an error or only a warning. */
  readonly satisfactionRequired: boolean;
}

const QUANTITY_QUALITY_TIME = ['数量指标', '质量指标', '时效指标'];
const COSTS = ['经济成本指标', '社会成本指标', '生态环境成本指标'];
const OUTPUT_2015 = [...QUANTITY_QUALITY_TIME, '成本指标'];
const BENEFIT = ['经济效益指标', '社会效益指标', '生态效益指标', '可持续影响指标'];
const SATISFACTION = ['服务对象满意度指标'];

/**
 * The forms known so far. 2015: 财预〔2015〕88号, where 成本 is an output.
 * 2021: 财预〔2021〕101号, where 成本 is a first level of its own and satisfaction is asked of
 * projects that serve people. local: what some places made of both, with the costs of 2021 among the
 * outputs and 效果 for 效益.
 */
export const FORMS: Readonly<Record<FormName, Form>> = {
  '2015': {
    name: '2015',
    title: '2015 版（产出、效益、满意度）',
    short: '2015 版',
    levels: [
      { name: '产出指标', second: OUTPUT_2015 },
      { name: '效益指标', second: BENEFIT },
      { name: '满意度指标', second: SATISFACTION }
    ],
    requiredOutputs: OUTPUT_2015,
    satisfactionRequired: true
  },
  '2021': {
    name: '2021',
    title: '2021 版（成本、产出、效益、满意度）',
    short: '2021 版',
    levels: [
      { name: '成本指标', second: COSTS },
      { name: '产出指标', second: QUANTITY_QUALITY_TIME },
      { name: '效益指标', second: ['经济效益指标', '社会效益指标', '生态效益指标'] },
      { name: '满意度指标', second: SATISFACTION }
    ],
    requiredOutputs: [...QUANTITY_QUALITY_TIME, '经济成本指标'],
    satisfactionRequired: false
  },
  local: {
    name: 'local',
    title: '地方版（产出含细分成本、效果、满意度）',
    short: '地方版',
    levels: [
      { name: '产出指标', second: [...QUANTITY_QUALITY_TIME, ...COSTS] },
      { name: '效果指标', second: BENEFIT },
      { name: '满意度指标', second: SATISFACTION }
    ],
    requiredOutputs: [...QUANTITY_QUALITY_TIME, '经济成本指标'],
    satisfactionRequired: true
  }
};

/** Whether a text names a form. */
export function isFormName(text: string): text is FormName {
  return Object.hasOwn(FORMS, text);
}

/** What a second level measures, whatever the form calls it. */
export type Measure = 'quantity' | 'quality' | 'time' | 'cost' | 'benefit' | 'satisfaction';

/** Read off the words of the levels; 效果 is a local name for 效益 (domain: Indicators). */
const MEASURES: readonly (readonly [pattern: RegExp, measure: Measure])[] = [
  [/数量/, 'quantity'],
  [/质量/, 'quality'],
  [/时效/, 'time'],
  [/成本/, 'cost'],
  [/满意/, 'satisfaction'],
  [/效益|效果|可持续/, 'benefit']
];

/**
 * What an indicator measures, by its second level, or by its first level where the second says
 * nothing; null where neither does.
 */
export function measureOf(level1: string, level2: string): Measure | null {
  for (const level of [level2, level1]) {
    const found = MEASURES.find(([pattern]) => pattern.test(level));
    if (found) return found[1];
  }
  return null;
}

/**
 * The first level that a second level belongs to in a form; empty where the form does not say.
 * 成本指标 is accepted in both forms, because papers mix them.
 */
export function firstLevelOf(form: Form, level2: string): string {
  const exact = form.levels.find(({ second }) => second.includes(level2));
  if (exact) return exact.name;
  const measure = measureOf('', level2);
  const sameMeasure = form.levels.find(({ second }) =>
    second.some((name) => measureOf('', name) === measure)
  );
  return measure === null ? '' : (sameMeasure?.name ?? '');
}
