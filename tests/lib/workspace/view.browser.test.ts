import { describe, expect, it, vi } from 'vitest';
import { View } from '#lib/workspace/view.svelte.ts';
import { useDesk } from '#tests/support/desk.ts';

const { stored, open } = useDesk();

describe('the view of a workbook', () => {
  it('goes from problem to problem of a sheet, and round', async () => {
    const one = await open(await stored());
    const view = new View(one, 'p1');
    await vi.waitFor(() => expect(one.checking.done).toBe(true));
    const ofSheet = one.checking.problems.filter(
      ({ place, severity }) => place.sheet === 'p1' && severity !== 'info'
    );
    expect(ofSheet.length).toBeGreaterThan(1);
    for (const problem of ofSheet) {
      await view.stepProblem(1, false);
      expect(view.problem).toEqual(problem);
    }
    await view.stepProblem(1, false);
    expect(view.problem).toEqual(ofSheet[0]);
  });

  it('falls back to a sheet that is there when the one on screen is deleted', async () => {
    const one = await open(await stored());
    const view = new View(one, 'p2');
    one.edit({ label: '删除', changes: [{ do: 'delete-sheet', sheet: 'p2' }] });
    expect(view.shown).toBe('p1');
  });
});
