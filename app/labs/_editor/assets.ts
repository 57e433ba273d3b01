/** Where the editor's built parts are; paths carry a hash of their content. */

export interface EditorAssets {
  /** The editor as an ES module; see `monaco-entry.ts`. */
  readonly editor: string
  readonly styles: string
  readonly editorWorker: string
  readonly typescriptWorker: string
  /** Types of the kit: JSON of `KitTypesFile[]`. */
  readonly types: string
}

export interface KitTypesFile {
  readonly path: string
  readonly text: string
}
