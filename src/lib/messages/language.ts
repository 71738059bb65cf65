import { LANGUAGES, type Language } from '#lib/model/language.ts';

/** Kept where it can be read before the first part of the program is loaded. */
const KEY = 'jibiao-language';

/** The language that was chosen on this device; Chinese where none was, or where nothing can be read. */
export function chosenLanguage(): Language {
  try {
    const chosen = localStorage.getItem(KEY);
    return LANGUAGES.find((known) => known === chosen) ?? 'zh';
  } catch {
    return 'zh';
  }
}

/** Texts change once the page is loaded anew. Throws where the browser keeps nothing. */
export function chooseLanguage(language: Language): void {
  localStorage.setItem(KEY, language);
}
