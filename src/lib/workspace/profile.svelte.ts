import type { Author } from '#lib/model/author.ts';
import { newId } from '#lib/model/ids.ts';
import { chooseLanguage, chosenLanguage } from '#lib/messages/language.ts';
import type { Language } from '#lib/model/language.ts';
import type { Catalogue } from '#lib/storage/catalogue.ts';
import { colourOf } from './colours.ts';

export type Theme = 'auto' | 'light' | 'dark';

/** How the table of a project is shown: as a grid, or as the official form prints it. */
export type ProjectLook = 'grid' | 'form';

const NAME = 'name';
const DEVICE = 'device';
const THEME = 'theme';
const PROJECT_LOOK = 'project-look';
const SUGGESTS = 'suggests';

/** Who works on this device, and how they like it. */
export class Profile implements Author {
  readonly id: string;
  readonly #catalogue: Catalogue;
  #name = $state('');
  #theme = $state<Theme>('auto');
  #language = $state<Language>(chosenLanguage());
  #projectLook = $state<ProjectLook>('grid');
  #suggests = $state(true);

  private constructor(
    catalogue: Catalogue,
    id: string,
    known: Pick<Profile, 'name' | 'theme' | 'projectLook' | 'suggests'>
  ) {
    this.#catalogue = catalogue;
    this.id = id;
    this.#name = known.name;
    this.#theme = known.theme;
    this.#projectLook = known.projectLook;
    this.#suggests = known.suggests;
  }

  /** Reads the profile of this device, giving the device an id at the first start. */
  static async load(catalogue: Catalogue): Promise<Profile> {
    let id = await catalogue.setting(DEVICE);
    if (id === '') {
      id = newId();
      await catalogue.setSetting(DEVICE, id);
    }
    const [name, theme, look, suggests] = await Promise.all(
      [NAME, THEME, PROJECT_LOOK, SUGGESTS].map((setting) => catalogue.setting(setting))
    );
    return new Profile(catalogue, id, {
      name: name ?? '',
      theme: (theme as Theme | '') || 'auto',
      projectLook: look === 'form' ? 'form' : 'grid',
      suggests: suggests !== 'no'
    });
  }

  get name(): string {
    return this.#name;
  }

  get theme(): Theme {
    return this.#theme;
  }

  /** What the interface and the problems are told in, once the page is loaded anew. */
  get language(): Language {
    return this.#language;
  }

  get projectLook(): ProjectLook {
    return this.#projectLook;
  }

  /** Whether indicators are suggested while one is typed. */
  get suggests(): boolean {
    return this.#suggests;
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

  /** Throws where the browser keeps nothing. */
  chooseLanguage(language: Language): void {
    chooseLanguage(language);
    this.#language = language;
  }

  async chooseSuggesting(suggests: boolean): Promise<void> {
    this.#suggests = suggests;
    await this.#catalogue.setSetting(SUGGESTS, suggests ? 'yes' : 'no');
  }

  async chooseProjectLook(look: ProjectLook): Promise<void> {
    this.#projectLook = look;
    await this.#catalogue.setSetting(PROJECT_LOOK, look);
  }
}
