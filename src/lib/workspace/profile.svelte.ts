import type { Author } from '#lib/model/author.ts';
import { newId } from '#lib/model/ids.ts';
import { LANGUAGES, type Language } from '#lib/model/language.ts';
import type { Catalogue } from '#lib/storage/catalogue.ts';
import { colourOf } from './colours.ts';

export type Theme = 'auto' | 'light' | 'dark';

const NAME = 'name';
const DEVICE = 'device';
const THEME = 'theme';
const LANGUAGE = 'language';

/** Who works on this device, and how they like it. */
export class Profile implements Author {
  readonly id: string;
  readonly #catalogue: Catalogue;
  #name = $state('');
  #theme = $state<Theme>('auto');
  #language = $state<Language>('zh');

  private constructor(
    catalogue: Catalogue,
    id: string,
    { name, theme, language }: Pick<Profile, 'name' | 'theme' | 'language'>
  ) {
    this.#catalogue = catalogue;
    this.id = id;
    this.#name = name;
    this.#theme = theme;
    this.#language = language;
  }

  /** Reads the profile of this device, giving the device an id at the first start. */
  static async load(catalogue: Catalogue): Promise<Profile> {
    let id = await catalogue.setting(DEVICE);
    if (id === '') {
      id = newId();
      await catalogue.setSetting(DEVICE, id);
    }
    const [name, theme, language] = await Promise.all(
      [NAME, THEME, LANGUAGE].map((setting) => catalogue.setting(setting))
    );
    return new Profile(catalogue, id, {
      name: name ?? '',
      theme: (theme as Theme | '') || 'auto',
      language: LANGUAGES.find((known) => known === language) ?? 'zh'
    });
  }

  get name(): string {
    return this.#name;
  }

  get theme(): Theme {
    return this.#theme;
  }

  /** What problems are told in. A workbook that is open keeps the language that it was opened in. */
  get language(): Language {
    return this.#language;
  }

  /** The colour that colleagues see this device in; always the same for one device. */
  get colour(): string {
    return colourOf(this.id);
  }

  async rename(name: string): Promise<void> {
    this.#name = name.trim();
    await this.#catalogue.setSetting(NAME, this.#name);
  }

  async chooseTheme(theme: Theme): Promise<void> {
    this.#theme = theme;
    await this.#catalogue.setSetting(THEME, theme);
  }

  async chooseLanguage(language: Language): Promise<void> {
    this.#language = language;
    await this.#catalogue.setSetting(LANGUAGE, language);
  }
}
