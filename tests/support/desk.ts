import { afterEach, beforeEach } from 'vitest';
import { Cabinet } from '#lib/workspace/cabinet.svelte.ts';
import { OpenWorkbook } from '#lib/workspace/open-workbook.svelte.ts';
import { smallWorkbook } from './workbooks.ts';

/** The cabinet of this browser as 王芳 works with it, and the workbooks that she has open. */
export class Desk {
  #cabinet: Cabinet | null = null;
  readonly #opened: OpenWorkbook[] = [];

  get cabinet(): Cabinet {
    if (!this.#cabinet) throw new Error('the cabinet is opened before each test');
    return this.#cabinet;
  }

  async sitDown(): Promise<void> {
    this.#cabinet = await Cabinet.open();
    await this.#cabinet.profile.rename('王芳');
  }

  async leave(): Promise<void> {
    for (const one of this.#opened.splice(0)) await one.close();
  }

  /** Stores a small workbook; returns its id. */
  stored = async (): Promise<string> => {
    const result = await this.cabinet.add(smallWorkbook(), '导入');
    if (!result.ok) throw new Error('the device keeps nothing');
    return result.id;
  };

  /** Opens a workbook, which is closed after the test. */
  open = async (id: string, by = this.cabinet): Promise<OpenWorkbook> => {
    const found = await OpenWorkbook.open(by, id);
    if (!found) throw new Error(`no workbook ${id}`);
    this.#opened.push(found);
    return found;
  };

  /** Closes a workbook and opens it again. */
  reopen = async (one: OpenWorkbook): Promise<OpenWorkbook> => {
    await one.close();
    this.#opened.splice(this.#opened.indexOf(one), 1);
    return this.open(one.id);
  };
}

/** A desk for every test of a file. */
export function useDesk(): Desk {
  const desk = new Desk();
  beforeEach(() => desk.sitDown());
  afterEach(() => desk.leave());
  return desk;
}
