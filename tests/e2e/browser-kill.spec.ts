import { printedSeed, seeded } from '#tests/server/random.ts';
import { hasBrowserLostAll, putWitness } from '#tests/support/browser-loss.ts';
import { openSample } from '#tests/support/cabinet.ts';
import { expect, test } from '#tests/support/fixtures.ts';
import type { Page } from '#tests/support/fixtures.ts';
import { fillRows, missingFrom, numberIn, repeat, ROWS } from '#tests/support/numbered-texts.ts';
import { makeLink } from '#tests/support/sharing.ts';
import { watchShown } from '#tests/support/shown.ts';
import {
  storedOnDevice,
  storedOnServer,
  workbookOn,
  writtenTexts,
  type Stored
} from '#tests/support/stored-workbook.ts';
import { column, expectSaved, expectSynced, outlineEntry } from '#tests/support/workbook-page.ts';

/** Together two hundred; each part begins with a browser and a workbook of its own. */
const PARTS = [1, 2, 3, 4];
const MOMENTS = 50;
/** The longest that a browser lives after somebody has begun to write, in milliseconds. */
const LONGEST_LIFE = 2000;
const COLUMN = '绩效指标描述';
const COLUMN_FROM_RIGHT = 3;
const PROSE = '工作保障措施';
const LETTERS = '不丢一个字';
/** A page of the same origin that opens no workbook, and so fetches nothing of it from the server. */
const BARE = '/icon-192.png';

/** What must be there when the browser runs again. */
interface Promised {
  /** Texts that stood in cells and were shown as stored. */
  readonly saved: Set<string>;
  readonly synced: Set<string>;
  /**
   * Those that were shown as stored before the browser was killed for the first time. An edit that
   * nobody was told of may come back without its entry in the log: these are two databases.
   */
  readonly logged: Set<string>;
  /** So many letters of prose were shown as stored. */
  letters: number;
}

for (const part of PARTS) {
  test(
    `nothing shown as saved or synced is lost when the browser is killed at ${MOMENTS} random moments, part ${part}`,
    { tag: '@long' },
    async ({ freshProfile, server }) => {
      test.setTimeout(MOMENTS * 60_000);
      const random = seeded(printedSeed(`killed browser ${part}`) + part);
      const first = await (await freshProfile.open()).newPage();
      await openSample(first);
      const address = await makeLink(first, '王芳');
      await expectSynced(first);
      await putWitness(first);
      const id = workbookOn(first);
      await freshProfile.kill();

      const promised: Promised = {
        saved: new Set(),
        synced: new Set(),
        logged: new Set(),
        letters: 0
      };
      const lost = { saved: new Set(), synced: new Set(), logged: new Set() };
      const without = { server: 0, entry: 0, anything: 0 };
      let written = 0;
      let forgotten = 0;
      for (let moment = 0; moment <= MOMENTS; moment++) {
        const served = random() < 0.5;
        if (served) await server.restart();
        else await server.kill();
        if (!served) without.server += 1;
        const page = await (await freshProfile.open()).newPage();
        const shown = await watchShown(page, COLUMN_FROM_RIGHT);
        await page.goto(BARE);
        if (await hasBrowserLostAll(page)) {
          without.anything += 1;
          forgotten += promised.saved.size;
          promised.saved.clear();
          promised.logged.clear();
          promised.letters = 0;
          if (!served) await server.restart();
          await page.goto(address);
          await expectSynced(page);
          await page.goto(BARE);
          await putWitness(page);
          if (!served) await server.kill();
        }
        const onDevice = await storedOnDevice(page, id);
        const onServer = storedOnServer(server, id);
        missing(promised.saved, onDevice).forEach((text) => lost.saved.add(text));
        missing(promised.synced, onServer).forEach((text) => lost.synced.add(text));
        if (proseOf(onDevice).length < promised.letters) lost.saved.add(PROSE);
        const logged = [onDevice, onServer].flatMap(({ entries }) => writtenTexts(entries));
        for (const text of promised.logged) if (!logged.includes(text)) lost.logged.add(text);
        without.entry = [...promised.saved].filter((text) => !logged.includes(text)).length;

        await page.goto(`/w/${id}`);
        await outlineEntry(page, /^1/).click();
        await expect(column(page, COLUMN)).toHaveCount(ROWS);
        const there = await column(page, COLUMN).allInnerTexts();
        const { conflicting } = await storedOnDevice(page, id);
        missingFrom(there, promised.saved, conflicting).forEach((text) => lost.saved.add(text));
        if (moment === MOMENTS) break;

        const begun = written;
        const write = random() < 0.25 ? writeProse : () => fillRows(page, COLUMN, () => ++written);
        const writing = repeat(() => write(page));
        await new Promise((resolve) => setTimeout(resolve, random() * LONGEST_LIFE));
        await Promise.all([freshProfile.kill(), writing.end()]);
        for (const text of shown.saved) {
          if (numberIn(text) > 0) promised.saved.add(text);
          if (numberIn(text) > begun) promised.logged.add(text);
        }
        for (const text of shown.synced) if (numberIn(text) > 0) promised.synced.add(text);
        promised.letters = Math.max(promised.letters, shown.savedLetters);
      }

      console.info(
        `${MOMENTS} moments, ${without.server} opened without a server: ${written} edits begun, ` +
          `${promised.saved.size} shown as saved, ${promised.synced.size} as synced, ` +
          `${promised.letters} letters of prose; lost ${lost.saved.size} saved, ` +
          `${lost.synced.size} synced; ${without.entry} not shown in time came back without an entry; ` +
          `the browser itself deleted everything ${without.anything} times`
      );
      expect(forgotten + promised.saved.size).toBeGreaterThan(MOMENTS);
      expect(promised.synced.size).toBeGreaterThan(0);
      expect(lost).toEqual({ saved: new Set(), synced: new Set(), logged: new Set() });
    }
  );
}

/** Adds letters to the end of a prose sheet, with a pause in which they are taken over. */
async function writeProse(page: Page): Promise<void> {
  await outlineEntry(page, `三、${PROSE}`).click();
  const body = page.getByRole('textbox', { name: '正文' });
  await body.press('Control+End');
  const before = Number(/\d+/.exec(await page.getByText(/^共 \d+ 字$/).innerText())?.[0]);
  await body.pressSequentially(LETTERS, { delay: 20 });
  await expect(page.getByText(`共 ${before + LETTERS.length} 字`)).toBeVisible();
  await expectSaved(page);
}

/**
 * The promised texts that are gone. One that was written while the device lacked what the server had may
 * have lost against it: then both are kept, and it is listed.
 */
function missing(promised: ReadonlySet<string>, stored: Stored): readonly string[] {
  return missingFrom(descriptionsIn(stored), promised, stored.conflicting);
}

/** The texts of the column that is filled, from the top. */
function descriptionsIn({ workbook }: Stored): readonly string[] {
  const sheet = workbook.sheets.find(({ kind }) => kind === 'project');
  return sheet?.rows.map(({ cells }) => cells.description ?? '') ?? [];
}

/** As the page counts it, without spaces. */
function proseOf({ workbook }: Stored): string {
  const body = workbook.sheets.find(({ title }) => title === PROSE)?.fields.body ?? '';
  return body.replace(/\s/g, '');
}
