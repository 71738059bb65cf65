import { describe, expect, it } from 'vitest';
import { firstLevelOf, FORMS, measureOf } from '#lib/model/forms.ts';

describe('what an indicator measures', () => {
  it.each([
    ['产出指标', '数量指标', 'quantity'],
    ['产出指标', '质量', 'quality'],
    ['产出指标', '时效指标', 'time'],
    ['产出指标', '成本指标', 'cost'],
    ['成本指标', '生态环境成本指标', 'cost'],
    ['效益指标', '生态效益指标', 'benefit'],
    ['效果指标', '社会效果指标', 'benefit'],
    ['效益指标', '可持续影响指标', 'benefit'],
    ['满意度指标', '服务对象满意度指标', 'satisfaction'],
    ['满意度指标', '', 'satisfaction'],
    ['成本指标', '其他', 'cost'],
    ['效益指标', '数量指标', 'quantity'],
    ['产出指标', '', null],
    ['', '', null]
  ])('%j › %j is %s', (level1, level2, measure) => {
    expect(measureOf(level1, level2)).toBe(measure);
  });
});

describe.each(Object.values(FORMS))('the form $name', (form) => {
  it('knows the first level of each of its second levels', () => {
    for (const { name, second } of form.levels) {
      for (const level2 of second) expect(firstLevelOf(form, level2)).toBe(name);
    }
  });

  it('asks only for second levels that it has, and that measure something', () => {
    const levels = form.levels.flatMap(({ second }) => second);
    expect(levels).toEqual(expect.arrayContaining([...form.requiredOutputs]));
    for (const level2 of form.requiredOutputs) expect(measureOf('', level2)).not.toBeNull();
  });
});

describe('a second level of another form', () => {
  it('goes where the form puts what it measures', () => {
    expect(firstLevelOf(FORMS['2021'], '成本指标')).toBe('成本指标');
    expect(firstLevelOf(FORMS['2015'], '经济成本指标')).toBe('产出指标');
    expect(firstLevelOf(FORMS['2021'], '可持续影响指标')).toBe('效益指标');
    expect(firstLevelOf(FORMS['2015'], '社会效果指标')).toBe('效益指标');
  });

  it('has no first level where it says nothing', () => {
    expect(firstLevelOf(FORMS['2015'], '其他')).toBe('');
  });
});
