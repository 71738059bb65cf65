export type { StorageFault } from '#lib/storage/database.ts';
export type { Saving } from '#lib/storage/saving.ts';
export type { CatalogueEntry } from '#lib/storage/catalogue.ts';
