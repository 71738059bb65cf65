import { writeFileSync } from 'node:fs';
import { ENGLISH_FILE, readEnglish, textsOfTheProgram } from './english.ts';

/** Brings the catalogue up to date: new texts with an empty English, none that the program no longer says. */
const known = readEnglish();
const texts = await textsOfTheProgram();
const english = Object.fromEntries(
  texts.map((text) => [text, known[text] ?? (text in known ? null : '')])
);
writeFileSync(ENGLISH_FILE, `${JSON.stringify(english, null, 2)}\n`);

const untranslated = texts.filter((text) => english[text] === '');
process.stdout.write(
  [...untranslated, `${texts.length} 条文字，${untranslated.length} 条没有英文。`, ''].join('\n')
);
