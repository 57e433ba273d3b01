/**
 * Where the learner's text can be replaced: in the editor, whichever is on the page at that
 * time. Notices keep hold of it, and may be acted on long after they were said.
 */
import type { EditorHandle } from '../../_editor/editor-handle.ts'

export class CodeSlot {
  #editor: EditorHandle | undefined
  #waiting: ((editor: EditorHandle) => void) | undefined
  #source = ''
  #write: (source: string) => void = () => {}

  /** Called with each editor that comes, and with undefined when it goes. */
  setEditor(editor: EditorHandle | undefined): void {
    this.#editor = editor
    if (editor === undefined) return
    this.#waiting?.(editor)
    this.#waiting = undefined
  }

  /** The text, and how to change it, while there is no editor. */
  follow(source: string, write: (source: string) => void): void {
    this.#source = source
    this.#write = write
  }

  /** Does something with the editor as soon as there is one. */
  whenReady(act: (editor: EditorHandle) => void): void {
    if (this.#editor === undefined) this.#waiting = act
    else act(this.#editor)
  }

  /** Replaces the whole text; returns how to undo that. */
  replace(source: string): () => void {
    const editor = this.#editor
    if (editor !== undefined) {
      editor.replace(source)
      return () => editor.undo()
    }
    const before = this.#source
    this.#write(source)
    return () => this.#write(before)
  }
}
