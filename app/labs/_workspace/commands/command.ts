/**
 * A command of the lab page: what it is called, which keys give it, and what it does. One
 * list of them drives the keyboard, the palette and the help.
 */

/** A command as a part of the page hands it over; the page adds where it belongs. */
export interface PartCommand {
  /** Unique on the page: `run`, `editor.format`, `diagram.next`. */
  readonly id: string
  /** As the palette and the help say it. */
  readonly title: string
  /**
   * Chords that give it, such as `Mod+Enter`, `Alt+1`, `Shift+ArrowLeft`, `m`: modifiers first,
   * then the name of the key as browsers call it. `Mod` is Control, and Command on a Mac.
   */
  readonly keys: readonly string[]
  /** Left out when only the part itself can do it: then it is shown in the help alone. */
  readonly run?: () => void
}

export type CommandGroup = 'Run' | 'Panes' | 'Editor' | 'Diagram' | 'Page'

export interface Command extends PartCommand {
  readonly group: CommandGroup
  /**
   * Who listens for its keys: the page does wherever the focus is, the editor and the diagram
   * do for themselves while the focus is in them.
   */
  readonly scope: 'page' | 'editor' | 'diagram'
}
