/** What the page may ask of the editor. */
import type { Compile } from '../../_run/compilation.ts'

export interface EditorHandle {
  readonly compile: Compile
  /** Replaces the whole text as one step that can be undone. */
  readonly replace: (source: string) => void
  /** Undoes the last step. */
  readonly undo: () => void
  /** Brings a line, from 1, into view and puts the cursor there. */
  readonly goTo: (line: number, column: number) => void
}
