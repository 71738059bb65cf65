interface ImportMetaEnv {
  /** The key of a Handsontable licence; a build setting. */
  readonly PUBLIC_HANDSONTABLE_LICENSE_KEY?: string;
}

interface ImportMeta {
  readonly env: ImportMetaEnv;
}

declare module 'virtual:english-messages' {
  import type { Message } from '#lib/messages/translate.ts';

  /** English texts of the interface, each with what it is found by. */
  const messages: readonly (readonly [string, Message])[];
  export default messages;
}

declare namespace App {
  interface PageState {
    /** Whether the workbook is opened at its first error. */
    firstError?: boolean;
  }
}
