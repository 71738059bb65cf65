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
  readonly levels: readonly FirstLevel[];
  /** Second levels of 产出 (and 成本) that need at least one row each. */
  readonly requiredOutputs: readonly string[];
  /** Whether a missing 满意度 row is an error or only a warning. */
  readonly satisfactionRequired: boolean;
}

const OUTPUT_2015 = ['数量指标', '质量指标', '时效指标', '成本指标'];
const BENEFIT = ['经济效益指标', '社会效益指标', '生态效益指标', '可持续影响指标'];
const SATISFACTION = ['服务对象满意度指标'];

/**
 * The forms known so far. 2015: 财预〔2015〕88号, where 成本 is an output.
 * 2021: 财预〔2021〕101号, where 成本 is a first level of its own and satisfaction is asked of
 * projects that serve people.
 */
export const FORMS: Readonly<Record<FormName, Form>> = {
  '2015': {
    name: '2015',
    title: '2015 版（产出、效益、满意度）',
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
    levels: [
      { name: '成本指标', second: ['经济成本指标', '社会成本指标', '生态环境成本指标'] },
      { name: '产出指标', second: ['数量指标', '质量指标', '时效指标'] },
      { name: '效益指标', second: ['经济效益指标', '社会效益指标', '生态效益指标'] },
      { name: '满意度指标', second: SATISFACTION }
    ],
    requiredOutputs: ['数量指标', '质量指标', '时效指标', '经济成本指标'],
    satisfactionRequired: false
  }
};

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
