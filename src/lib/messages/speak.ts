import type { Language } from '#lib/model/language.ts';
import { speakEnglish } from './translate.ts';

/**
 * Fetches the texts of a language, before any part of the program that says something is loaded.
 * @returns what is spoken from now on: Chinese where the English texts cannot be had
 */
export async function speak(language: Language): Promise<Language> {
  if (language === 'zh') return 'zh';
  const messages = await import('virtual:english-messages').catch(() => null);
  if (!messages) return 'zh';
  speakEnglish(new Map(messages.default));
  return 'en';
}
