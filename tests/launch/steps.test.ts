import { expect, test } from 'vitest';
import { Failure } from '../../src/launch/failure.mjs';
import { runStages } from '../../src/launch/steps.mjs';

/** A step that notes its name when it runs and ends with this code. */
function recorder() {
  const ran: string[] = [];
  const step = (name: string, code = 0) => ({
    name,
    run: async () => {
      ran.push(name);
      return code;
    }
  });
  return { ran, step };
}

test('stages run in order, each step once', async () => {
  const { ran, step } = recorder();

  const results = await runStages([[step('a')], [step('b'), step('c')], []], 2, () => {});

  expect(ran).toEqual(['a', 'b', 'c']);
  expect(results.map(({ name, passed }) => [name, passed])).toEqual([
    ['a', true],
    ['b', true],
    ['c', true]
  ]);
});

test('nothing begins after a step has failed', async () => {
  const { ran, step } = recorder();

  const results = await runStages([[step('a', 1), step('b')], [step('c')]], 1, () => {});

  expect(ran).toEqual(['a']);
  expect(results).toMatchObject([{ name: 'a', passed: false }]);
});

test('a step that ends in a sentence fails and its sentence is said', async () => {
  const said: string[] = [];
  const run = () => Promise.reject(new Failure('磁盘已满'));

  const results = await runStages([[{ name: 'a', run }]], 1, (line) => said.push(line));

  expect(results).toMatchObject([{ passed: false }]);
  expect(said).toContain('磁盘已满');
});

test('as many steps run side by side as asked for', async () => {
  let running = 0;
  let most = 0;
  const step = (name: string) => ({
    name,
    run: async () => {
      most = Math.max(most, ++running);
      await new Promise(setImmediate);
      running--;
      return 0;
    }
  });

  await runStages([[step('a'), step('b'), step('c')]], 2, () => {});

  expect(most).toBe(2);
});
