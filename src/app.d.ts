interface ImportMetaEnv {
  /** The key of a Handsontable licence; a build setting. */
  readonly PUBLIC_HANDSONTABLE_LICENSE_KEY?: string;
}

interface ImportMeta {
  readonly env: ImportMetaEnv;
}

declare namespace App {
  interface PageState {
    /** Whether the workbook is opened at its first error. */
    firstError?: boolean;
  }
}
