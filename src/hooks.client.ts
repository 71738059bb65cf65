import { chosenLanguage } from '#lib/messages/language.ts';
import { speak } from '#lib/messages/speak.ts';

/** Before any page is loaded. */
export async function init(): Promise<void> {
  if ((await speak(chosenLanguage())) === 'en') document.documentElement.lang = 'en-US';
}
