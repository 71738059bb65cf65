import { afterEach, expect, test } from 'vitest';
import { unpackPaperReview } from '#lib/exporters/review/paper-review.ts';
import type { Language } from '#lib/model/language.ts';
import { Lane } from '#lib/workspace/batch/lane.ts';
import { smallWorkbook } from '#tests/support/workbooks.ts';

const { signal } = new AbortController();
const lanes: Lane[] = [];

function laneIn(language: Language): Lane {
  const lane = new Lane(language);
  lanes.push(lane);
  return lane;
}

afterEach(() => {
  for (const lane of lanes.splice(0)) lane.close();
});

const file = (text: string, name = '绩效文本.json') => new File([text], name);

test('finds the same in a file and in its workbook, in the language that is asked for', async () => {
  const workbook = smallWorkbook();
  for (const language of ['zh', 'en'] as const) {
    const lane = laneIn(language);
    const ofFile = await lane.ask(
      'check',
      { name: '水务.json', source: file(JSON.stringify(workbook)) },
      signal
    );
    const ofWorkbook = await lane.ask('check', { name: '水务.json', source: { workbook } }, signal);
    expect(ofWorkbook).toEqual(ofFile);
    if (!ofFile.ok || !('paper' in ofFile)) throw new Error('not checked');
    expect(ofFile.paper.tally.length).toBeGreaterThan(0);
    for (const { title } of ofFile.paper.tally) {
      expect(/\p{Script=Han}/u.test(title)).toBe(language === 'zh');
    }
  }
});

test('says in a review sheet which file it is of, and goes on after a file that cannot be read', async () => {
  const lane = laneIn('zh');
  const empty = await lane.ask('check', { name: '空的.txt', source: file('', '空的.txt') }, signal);
  expect(empty).toMatchObject({ ok: false, reason: 'empty' });

  const source = file(JSON.stringify({ ...smallWorkbook(), department: '青泉县水务局' }));
  const answer = await lane.ask('review', { name: '报送/水务.json', source }, signal);

  if (!answer.ok || !('review' in answer)) throw new Error('no review');
  expect(answer.review).toMatchObject({ file: '报送/水务.json', unit: '青泉县水务局' });
  expect(unpackPaperReview(answer.review).sheets.length).toBeGreaterThan(0);
});
