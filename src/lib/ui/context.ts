import { createContext } from 'svelte';
import type { Cabinet } from '#lib/workspace/cabinet.svelte.ts';
import type { Installation } from '#lib/workspace/installation.svelte.ts';
import type { Notices } from '#lib/workspace/notices.svelte.ts';

/** What every page needs: made once by the root layout. */
export interface App {
  readonly cabinet: Cabinet;
  readonly notices: Notices;
  readonly installation: Installation;
}

/** Reads and sets what every page needs; reading it outside the root layout throws. */
export const [getApp, setApp] = createContext<App>();
