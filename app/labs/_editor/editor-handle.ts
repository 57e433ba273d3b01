/** What the page may ask of the editor, whichever of the two is there. */
import type { Compile } from '../../_run/compilation.ts'

/** What only the full editor can do. */
export type EditorAction =
  | 'format'
  | 'rename'
  | 'find'
  | 'replace'
  | 'go-to-line'
  | 'definition'
  | 'references'
  | 'explain'
  | 'next-problem'
  | 'tab-moves-focus'

export interface EditorHandle {
  /** Left out where the page compiles by itself. */
  readonly compile?: Compile
  /** Replaces the whole text as one step that can be undone. */
  readonly replace: (source: string) => void
  /** Undoes the last step. */
  readonly undo: () => void
  /** Brings a place, both from 1, into view and puts the cursor there. */
  readonly goTo: (line: number, column: number) => void
  /** Marks a line, from 1, and brings it into view; the cursor and the focus stay. */
  readonly point?: (line: number) => void
  /** Left out where there is no such help. */
  readonly act?: (action: EditorAction) => void
}
