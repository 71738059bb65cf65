import { describe, expect, test } from 'vitest';
import type { LogEntry, Step } from '#lib/document/log.ts';
import { Periods } from '#lib/document/periods.ts';
import { summaryOfEdits } from '#lib/document/period-summary.ts';
import { createSheet } from '#lib/model/create.ts';

let made = 0;

/** An entry of somebody, at a time of the clock of this machine. */
function entry(name: string, at: string, given: Partial<LogEntry> = {}): LogEntry {
  const id = `e${++made}`;
  const steps: Step[] = [];
  const by = { id: name, name };
  return { id, by, at: new Date(at).toISOString(), label: '', kind: 'edit', steps, ...given };
}

/** The periods as a person reads them: who, from when to when, how many edits. */
function shown(entries: readonly LogEntry[], periods = new Periods()) {
  const clock = (iso: string) => new Date(iso).toTimeString().slice(0, 5);
  return periods
    .of(entries)
    .map(({ by, from, to, entries }) => `${by.name} ${clock(from)}–${clock(to)} ${entries.length}`);
}

describe('the periods of a log', () => {
  test('end after half an hour without an edit, the newest one first', () => {
    const entries = ['09:12', '09:40', '10:05', '10:36', '10:40'].map((time) =>
      entry('王芳', `2026-03-02T${time}`)
    );
    expect(shown(entries)).toEqual(['王芳 10:36–10:40 2', '王芳 09:12–10:05 3']);
  });

  test('end when another day begins', () => {
    const entries = [entry('王芳', '2026-03-02T23:50'), entry('王芳', '2026-03-03T00:05')];
    expect(shown(entries)).toEqual(['王芳 00:05–00:05 1', '王芳 23:50–23:50 1']);
  });

  test('are of one person each, while others work between', () => {
    const entries = [
      entry('王芳', '2026-03-02T09:00'),
      entry('李明', '2026-03-02T09:01'),
      entry('王芳', '2026-03-02T09:02'),
      entry('李明', '2026-03-02T09:03')
    ];
    expect(shown(entries)).toEqual(['李明 09:01–09:03 2', '王芳 09:00–09:02 2']);
  });

  test('keep the order of the log and their groups where a clock is wrong by a year', () => {
    const entries = [
      entry('王芳', '2026-03-02T09:00'),
      entry('李明', '2027-03-02T09:01'),
      entry('王芳', '2026-03-02T09:02'),
      entry('李明', '2027-03-02T09:03'),
      entry('王芳', '2026-03-02T09:04')
    ];
    expect(shown(entries)).toEqual(['王芳 09:00–09:04 3', '李明 09:01–09:03 2']);
  });

  test('begin anew where somebody sets their clock right', () => {
    const entries = [entry('李明', '2027-03-02T09:01'), entry('李明', '2026-03-02T09:05')];
    expect(shown(entries)).toEqual(['李明 09:05–09:05 1', '李明 09:01–09:01 1']);
  });

  test('are the same however the entries came, and those that did not grow stay as they are', () => {
    const entries = Array.from({ length: 40 }, (_, at) =>
      entry(['王芳', '李明', '赵六'][at % 3]!, new Date(1.77e12 + at * at * 60_000).toISOString())
    );
    const growing = new Periods();
    const afterTen = growing.of(entries.slice(0, 10));
    const offline = [...entries.slice(0, 5), ...entries.slice(20, 30)];
    const all = shown(entries);
    expect(shown(entries, growing)).toEqual(all);
    expect(growing.of(entries)).toContain(afterTen.at(-1));
    expect(shown(offline, growing)).toEqual(shown(offline));
    expect(shown(entries, growing)).toEqual(all);
  });

  test('of 10,000 edits are found in a moment, and one more edit costs next to nothing', () => {
    const entries = Array.from({ length: 10_000 }, (_, at) =>
      entry(`p${at % 7}`, new Date(1.77e12 + at * 400_000).toISOString())
    );
    const periods = new Periods();
    const start = performance.now();
    periods.of(entries);
    const whole = performance.now() - start;
    const more = [...entries, entry('p1', new Date(1.78e12).toISOString())];
    const next = performance.now();
    periods.of(more);
    const one = performance.now() - next;
    console.info(`10,000 entries: ${whole.toFixed(1)} ms, one more: ${one.toFixed(2)} ms`);
    expect(whole).toBeLessThan(1000);
    expect(one).toBeLessThan(whole);
  });
});

describe('the summary of a period', () => {
  const cell = (row: string): Step => ({
    change: { do: 'cell', row, column: 'target', text: 'x' },
    before: []
  });

  test('counts texts, rows and sheets, and the sheets that all was done in', () => {
    const rows = [{ id: 'a', cells: {} }];
    const steps: Step[] = [
      cell('r1'),
      cell('r2'),
      { change: { do: 'insert', sheet: 's2', after: null, rows }, before: [] },
      { change: { do: 'delete', rows: ['r1', 'r2'] }, before: [] },
      { change: { do: 'delete-sheet', sheet: 's3' }, before: [] },
      {
        change: { do: 'insert-sheet', sheet: createSheet('text', { id: 's4' }), after: null },
        before: []
      }
    ];
    const summary = summaryOfEdits([entry('王芳', '2026-03-02T09:00', { steps })], () => 's1');
    expect(summary).toMatchObject({
      texts: 2,
      rowsAdded: 1,
      rowsDeleted: 2,
      sheetsAdded: 1,
      sheetsDeleted: 1,
      takenBack: 0,
      sheets: 4
    });
  });

  test('counts what was taken back apart', () => {
    const undo = entry('王芳', '2026-03-02T09:00', { kind: 'undo', steps: [cell('r1')] });
    expect(summaryOfEdits([undo], () => 's1')).toMatchObject({ texts: 0, takenBack: 1, sheets: 1 });
  });
});
