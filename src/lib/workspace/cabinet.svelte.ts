import { newWorkbookId } from '#lib/model/ids.ts';
import { countProblems } from '#lib/model/problem.ts';
import { isLocked } from '#lib/model/review.ts';
import { workbookFromTemplate, type TemplateChoice } from '#lib/model/template.ts';
import type { Workbook } from '#lib/model/workbook.ts';
import {
  Catalogue,
  type CatalogueEntry,
  type SharedRole,
  type Sharing
} from '#lib/storage/catalogue.ts';
import { whileClosed } from '#lib/storage/open-lock.ts';
import { askPersistence, readPersistence, type Persistence } from '#lib/storage/persistence.ts';
import { faultOf } from '#lib/storage/database.ts';
import { lastEdit, newEntry } from './catalogue-entry.ts';
import { MissingWorkbooks } from './missing-workbooks.svelte.ts';
import { Profile } from './profile.svelte.ts';
import { mayEdit, roleIn } from './roles.ts';
import type { StoreResult } from './store-result.ts';

/** Deleted workbooks can be brought back for so many days. */
const KEEP_DELETED_DAYS = 30;

const NOBODY = { id: '', name: '' };

/** Loaded when a workbook is first made, opened or deleted: to list the workbooks takes neither. */
const documents = () => import('./documents.ts');
const rules = () => import('#lib/rules/check.ts');
const summaries = () => import('./summary/keep-summary.ts');
const reviews = () => import('#lib/document/review-list.ts');

/** The 文件柜: the workbooks on this device. */
export class Cabinet {
  readonly catalogue: Catalogue;
  readonly profile: Profile;
  readonly missing = new MissingWorkbooks();
  #all = $state.raw<readonly CatalogueEntry[] | null>(null);
  #failed = $state(false);
  #persistence = $state<Persistence>('unknown');
  #declined = $state(false);

  private constructor(catalogue: Catalogue, profile: Profile) {
    this.catalogue = catalogue;
    this.profile = profile;
    catalogue.watch(
      (entries) => {
        this.#all = entries;
        this.missing.note(this.entries!.length);
      },
      () => (this.#failed = true)
    );
  }

  /** Opens the cabinet of this device. Rejects where the browser gives no storage at all. */
  static async open(): Promise<Cabinet> {
    const catalogue = new Catalogue();
    const [profile, persistence] = await Promise.all([
      Profile.load(catalogue),
      readPersistence().catch(() => 'unknown' as const)
    ]);
    const cabinet = new Cabinet(catalogue, profile);
    cabinet.#persistence = persistence;
    // What cannot be removed now is removed at another start.
    cabinet.#purge().catch(() => undefined);
    return cabinet;
  }

  /** The workbooks in use, latest edit first; null until they have been read. */
  get entries(): readonly CatalogueEntry[] | null {
    return this.#all?.filter(({ deletedAt }) => deletedAt === '') ?? null;
  }

  /** Deleted workbooks that can still be brought back. */
  get deleted(): readonly CatalogueEntry[] {
    return this.#all?.filter(({ deletedAt }) => deletedAt !== '') ?? [];
  }

  /** Whether the catalogue could not be read. */
  get failed(): boolean {
    return this.#failed;
  }

  get persistence(): Persistence {
    return this.#persistence;
  }

  /** Whether the browser was asked by the person to keep what is stored, and does not promise it. */
  get declined(): boolean {
    return this.#declined;
  }

  /** Asks the browser to keep what is stored for long. True where it promises to. */
  async askToKeep(): Promise<boolean> {
    this.#persistence = await askPersistence().catch(() => 'unknown' as const);
    this.#declined = this.#persistence !== 'kept';
    return !this.#declined;
  }

  /** Makes a workbook, blank or from a template. */
  async create(choice: TemplateChoice): Promise<StoreResult> {
    return this.add(workbookFromTemplate(choice), '新建工作簿');
  }

  /**
   * Stores a workbook that was made or imported, always under a new id: two devices that imported
   * one file and then shared it would otherwise double its text.
   */
  async add(workbook: Workbook, label: string): Promise<StoreResult> {
    const id = newWorkbookId();
    const added = { ...workbook, id };
    return kept(id, async () => {
      const [{ withStored, removeStored }, { check }, { keepSummary }] = await Promise.all([
        documents(),
        rules(),
        summaries()
      ]);
      try {
        await withStored(id, this.#author(), ({ document }) => document.fill(added, label));
        const problems = check(added);
        await this.catalogue.put(newEntry(added, countProblems(problems), this.#author()));
        await keepSummary(this.catalogue, added, problems);
      } catch (error) {
        // Nobody would ever find it again.
        await removeStored(id).catch(() => undefined);
        throw error;
      }
      this.#persistence = await askPersistence().catch(() => 'unknown' as const);
    });
  }

  /**
   * Notes a workbook that a sync link opens; its content comes with the connection. One that was
   * deleted here is brought back, and a link never takes away what another one allows; `ended` is
   * the token of one that allows nothing any more.
   */
  async addShared(id: string, sharing: Sharing, ended: string | null = null): Promise<StoreResult> {
    return kept(id, async () => {
      const known = await this.catalogue.change(id, (entry) => ({
        deletedAt: '',
        sharing: entry.sharing?.token === ended ? sharing : stronger(entry.sharing, sharing)
      }));
      if (known) return;
      const blank = { title: '', year: null, department: '', template: 'blank' } as const;
      const empty = { ...workbookFromTemplate(blank), id };
      await this.catalogue.put({ ...newEntry(empty, countProblems([]), NOBODY), sharing });
    });
  }

  /** Gives a workbook another name. Does nothing where its role does not let this device edit it, or a review. */
  async rename(id: string, title: string): Promise<StoreResult> {
    return kept(id, async () => {
      if (!mayEdit(roleIn((await this.catalogue.get(id))?.sharing ?? null))) return;
      const [{ withStored }, { readReview }] = await Promise.all([documents(), reviews()]);
      const renamed = await withStored(id, this.#author(), ({ document, comments }) => {
        if (isLocked(readReview(comments.doc))) return false;
        document.edit({
          label: `改名为 ${title}`,
          changes: [{ do: 'workbook', property: 'title', text: title }]
        });
        return true;
      });
      if (!renamed) return;
      const edited = lastEdit(this.#author(), new Date().toISOString());
      await this.catalogue.change(id, ({ sharing, pending }) => ({
        title,
        ...edited,
        // The server hears of it when the workbook is opened.
        pending: sharing ? pending + 1 : 0
      }));
    });
  }

  /** A workbook as the device keeps it. Rejects with a StorageError where it cannot be read. */
  async read(id: string): Promise<Workbook> {
    const { withStored } = await documents();
    return withStored(id, this.#author(), ({ document }) => document.workbook);
  }

  /** Makes a workbook with the same content under a name of its own; it is not shared. */
  async duplicate(id: string): Promise<StoreResult> {
    try {
      const workbook = await this.read(id);
      const copy = { ...workbook, title: `${workbook.title}（副本）` };
      return await this.add(copy, '创建副本');
    } catch (error) {
      return { ok: false, fault: faultOf(error) };
    }
  }

  /** Deletes a workbook from this device; for thirty days it can be brought back. */
  async delete(id: string): Promise<StoreResult> {
    return kept(id, () => this.catalogue.update(id, { deletedAt: new Date().toISOString() }));
  }

  async restore(id: string): Promise<StoreResult> {
    return kept(id, () => this.catalogue.update(id, { deletedAt: '' }));
  }

  #author() {
    return { id: this.profile.id, name: this.profile.name };
  }

  async #purge(): Promise<void> {
    const limit = new Date(Date.now() - KEEP_DELETED_DAYS * 24 * 3600 * 1000).toISOString();
    for (const { id } of await this.catalogue.deletedBefore(limit)) {
      await whileClosed(id, async () => {
        // Another window may have brought it back meanwhile.
        if ((await this.catalogue.get(id))?.deletedAt === '') return;
        const { removeStored } = await documents();
        await removeStored(id);
        await this.catalogue.remove(id);
      });
    }
  }
}

const ROLES: readonly SharedRole[] = ['view', 'comment', 'edit', 'owner'];

/** The latter where both allow the same: the former may have expired. An owner's is never replaced. */
function stronger(known: Sharing | null, added: Sharing): Sharing {
  if (known === null || known.role === 'owner') return known ?? added;
  return ROLES.indexOf(known.role) > ROLES.indexOf(added.role) ? known : added;
}

/** The result of an action that changes what the device keeps of a workbook. */
async function kept(id: string, act: () => Promise<void>): Promise<StoreResult> {
  try {
    await act();
    return { ok: true, id };
  } catch (error) {
    return { ok: false, fault: faultOf(error) };
  }
}
