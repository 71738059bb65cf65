import { strFromU8, strToU8, unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { packArchive } from '#lib/exporters/batch/archive.ts';

const file = (name: string, text: string) => ({
  name,
  extension: '.docx',
  bytes: strToU8(text) as Uint8Array<ArrayBuffer>
});

it('holds every file under a name that every system takes, numbered where two would be the same', () => {
  const bytes = packArchive([
    file('水务局 审核意见', 'a'),
    file('水务局 审核意见', 'b'),
    file('../教育/A', 'c'),
    file('../教育/a', 'd'),
    file('__proto__', 'e')
  ]);
  const unpacked = Object.entries(unzipSync(bytes)).map(([path, content]) => [
    path,
    strFromU8(content)
  ]);
  expect(unpacked).toEqual([
    ['水务局 审核意见.docx', 'a'],
    ['水务局 审核意见（2）.docx', 'b'],
    ['教育 A.docx', 'c'],
    ['教育 a（2）.docx', 'd'],
    ['__proto__.docx', 'e']
  ]);
});
