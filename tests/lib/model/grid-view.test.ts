import { describe, expect, it } from 'vitest';
import { PLAIN_VIEW, readGridViews, type GridView } from '#lib/model/grid-view.ts';

const VIEW: GridView = {
  sort: [{ column: 'target', descending: true }],
  filters: { level1: { only: ['产出指标', ''], condition: null } },
  hidden: ['basis'],
  frozen: 'level2',
  split: true,
  widths: { level3: 222 }
};

describe('the views of grids that a device has kept', () => {
  it('come back as they were', () => {
    const views = { p1: VIEW, 'all-indicators': PLAIN_VIEW };
    expect(readGridViews(JSON.stringify(views))).toEqual(views);
  });

  it('are merged where an earlier version kept them', () => {
    const kept = JSON.stringify({ p1: { ...VIEW, split: undefined } });
    expect(readGridViews(kept)).toEqual({ p1: { ...VIEW, split: false } });
  });

  it('are left out one by one where a later version has written what this one does not read', () => {
    const views = { p1: VIEW, p2: { ...VIEW, widths: { level3: 'wide' } } };
    expect(readGridViews(JSON.stringify(views))).toEqual({ p1: VIEW });
  });

  it('are none where nothing readable was kept', () => {
    for (const text of ['', '[1]', 'null', '{"p1":', '{"":1}']) {
      expect(readGridViews(text)).toEqual({});
    }
  });
});
