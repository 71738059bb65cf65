import { expect, it } from 'vitest';
import { pinyinInitials } from '#lib/model/pinyin-initials.ts';

it.each([
  ['河道清淤专项经费', 'hdqyzxjf'],
  ['水库除险加固2期', 'skcxjg2q'],
  ['农村饮水安全（一）', 'ncysaqy'],
  ['单位绩效目标表', 'dwjxmbb'],
  ['阿八嚓咑妸发旮哈丌咔垃妈拏噢妑七呥仨他屲夕丫帀', 'abcdefghjklmnopqrstwxyz'],
  ['PM2.5 监测', 'pm25jc']
])('the first letters of %s are %s', (text, letters) => {
  expect(pinyinInitials(text)).toBe(letters);
});
