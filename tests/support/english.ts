import type { Page } from '@playwright/test';
import { readEnglish } from '../../src/messages/english.ts';

/** Shorter ones are also words of papers. */
const LEAST = 5;

/** What the form of a project prints, and the catalogue of rules says too. */
const PRINTED = ['资金支出计划（%）'];

/** What Chinese texts with an English say, without what is filled in. */
const saidInEnglish = Object.entries(readEnglish()).flatMap(([chinese, english]) =>
  english === null
    ? []
    : chinese
        .replaceAll(/“[^”]*”/g, '{0}')
        .split(/\{\d+\}|<\/?\d+\/?>/)
        .filter((piece) => (piece.match(/\p{Script=Han}/gu) ?? []).length >= LEAST)
);

/** Goes to 设置 in the 文件柜 and makes the program speak English. */
export async function speakEnglish(page: Page): Promise<void> {
  await page.getByRole('button', { name: '设置' }).click();
  await page.getByRole('radiogroup', { name: '界面语言' }).getByText('English').click();
  await page.getByRole('button', { name: '完成' }).click();
  await page.getByRole('button', { name: 'Settings' }).waitFor();
}

/** What a person can read on the screen, and hears read out, that the program says in Chinese although it has English for it. */
export async function stillChinese(page: Page): Promise<readonly string[]> {
  const read = await page.evaluate(() => {
    const shown = (element: Element) => element.checkVisibility();
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts: string[] = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node.parentElement && shown(node.parentElement)) texts.push(node.nodeValue!.trim());
    }
    for (const name of ['aria-label', 'title', 'placeholder', 'alt']) {
      for (const element of document.querySelectorAll(`[${name}]`)) {
        if (shown(element)) texts.push(element.getAttribute(name)!);
      }
    }
    return [...new Set(texts.filter((text) => /\p{Script=Han}/u.test(text)))];
  });
  return read
    .filter((text) => !PRINTED.includes(text))
    .filter((text) => saidInEnglish.some((piece) => text.includes(piece)));
}
