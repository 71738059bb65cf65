import type { Author } from '#lib/model/author.ts';
import { newId } from '#lib/model/ids.ts';
import type { Catalogue } from '#lib/storage/catalogue.ts';
import { colourOf } from './colours.ts';

export type Theme = 'auto' | 'light' | 'dark';

const NAME = 'name';
const DEVICE = 'device';
const THEME = 'theme';

/** Who works on this device, and how they like it. */
export class Profile implements Author {
  readonly id: string;
  readonly #catalogue: Catalogue;
  #name = $state('');
  #theme = $state<Theme>('auto');

  private constructor(catalogue: Catalogue, id: string, name: string, theme: Theme) {
    this.#catalogue = catalogue;
    this.id = id;
    this.#name = name;
    this.#theme = theme;
  }

  /** Reads the profile of this device, giving the device an id at the first start. */
  static async load(catalogue: Catalogue): Promise<Profile> {
    let id = await catalogue.setting(DEVICE);
    if (id === '') {
      id = newId();
      await catalogue.setSetting(DEVICE, id);
    }
    const theme = (await catalogue.setting(THEME)) as Theme | '';
    return new Profile(catalogue, id, await catalogue.setting(NAME), theme || 'auto');
  }

  get name(): string {
    return this.#name;
  }

  get theme(): Theme {
    return this.#theme;
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
}
