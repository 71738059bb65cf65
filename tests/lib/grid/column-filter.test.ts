import { describe, expect, it } from 'vitest';
import { passesOf } from '#lib/grid/column-filter.ts';
import type { FilterCondition } from '#lib/model/grid-view.ts';

function passing(condition: FilterCondition, texts: readonly string[]): string[] {
  return texts.filter(passesOf({ only: null, condition }));
}

describe('a condition', () => {
  const amounts = ['9.99', '10', '1,000', '２０', '25%', '约 30', ''];

  it('compares amounts as numbers, however they are written', () => {
    expect(passing({ is: 'greater', text: '10' }, amounts)).toEqual(['1,000', '２０']);
    expect(passing({ is: 'less', text: '１０' }, amounts)).toEqual(['9.99', '25%']);
    expect(passing({ is: 'between', from: '20', to: '10' }, amounts)).toEqual(['10', '２０']);
    expect(passing({ is: 'greater', text: '20%' }, ['25%', '15%'])).toEqual(['25%']);
  });

  it('looks for a part of a text, whatever its case and width', () => {
    const texts = ['ＡＢ河道', 'ab', '河堤'];
    expect(passing({ is: 'contains', text: 'aB' }, texts)).toEqual(['ＡＢ河道', 'ab']);
  });

  it('without a readable number shows everything', () => {
    expect(passing({ is: 'greater', text: '十' }, amounts)).toEqual(amounts);
  });
});
