/** A file that the code pane can show. */

export interface EditorFile {
  /** `main`, `starter`, `kit:netsplit/raft`, `earlier:02-log`, or the address of what was opened. */
  readonly id: string
  /** As short as a tab needs it. */
  readonly title: string
  /** What it is, for those who do not see the row of tabs. */
  readonly about: string
  /** Undefined while it is being fetched. */
  readonly text: string | undefined
  /** Under which address the editor and TypeScript know it. */
  readonly uri: string
  /** Opened on the way, such as by going to a definition. */
  readonly isClosable: boolean
}

/** The learner's own file: the only one that can be edited. Its text is the draft's. */
export const MAIN_FILE: EditorFile = {
  id: 'main',
  title: 'main.ts',
  about: 'your code',
  text: '',
  uri: 'file:///main.ts',
  isClosable: false,
}

/** Whether the file is the learner's own. */
export function isMain({ id }: Pick<EditorFile, 'id'>): boolean {
  return id === MAIN_FILE.id
}
