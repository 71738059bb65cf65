/** What a person pasted, as the clipboard offers it. */
export interface Pasted {
  readonly text: string;
  /** The same as HTML; empty where the clipboard has none. */
  readonly html: string;
}
