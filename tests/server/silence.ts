import { onTestFinished, vi } from 'vitest';

/** Keeps what libraries print as errors and warnings out of the test's output, until it ends. */
export function silenceLibraries(): void {
  const silenced = [vi.spyOn(console, 'error'), vi.spyOn(console, 'warn')];
  for (const each of silenced) each.mockReturnValue();
  onTestFinished(() => silenced.forEach((each) => each.mockRestore()));
}
