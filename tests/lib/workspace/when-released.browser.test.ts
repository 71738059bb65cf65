import { afterEach, expect, it } from 'vitest';
import { whenReleased } from '#lib/workspace/when-released.ts';

const point = (type: string) => document.dispatchEvent(new PointerEvent(type));
const nextTask = () => new Promise((resolve) => setTimeout(resolve));

afterEach(() => point('pointerup'));

it('calls at once while nothing is pressed', () => {
  let calls = 0;
  expect(whenReleased(() => calls++)).toBe(null);
  expect(calls).toBe(1);
});

it('waits for the click of a button that is pressed', async () => {
  const told: string[] = [];
  point('pointerdown');
  whenReleased(() => told.push('called'));
  await nextTask();
  told.push('released');
  point('pointerup');
  told.push('clicked');
  await expect.poll(() => told).toEqual(['released', 'clicked', 'called']);
});

it('calls in the end where the release was outside the window, and not where it was called off', async () => {
  const told: string[] = [];
  point('pointerdown');
  const callOff = whenReleased(() => told.push('called off'));
  whenReleased(() => told.push('called'));
  callOff?.();
  await expect.poll(() => told, { timeout: 3000 }).toEqual(['called']);
});
