/** Who edits. `id` belongs to the device and is random; it is never a Yjs client id, which must not be reused. */
export interface Author {
  readonly id: string;
  readonly name: string;
}
