import { userEvent } from 'vitest/browser';

/** Presses keys by themselves, or with what is held: `Control+Shift+End`. */
export async function press(...keys: string[]): Promise<void> {
  for (const key of keys) {
    const held = key.split('+');
    const last = held.pop()!;
    const name = last.length === 1 ? last : `{${last}}`;
    await userEvent.keyboard(
      held.map((one) => `{${one}>}`).join('') + name + held.map((one) => `{/${one}}`).join('')
    );
  }
}
