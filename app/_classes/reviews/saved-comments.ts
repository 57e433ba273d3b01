/** Comments that somebody keeps to use again: which of them fit what is typed. */

export interface SavedView {
  readonly id: string
  readonly title: string
  readonly text: string
  /** How often it was put into a comment. */
  readonly uses: number
}

/** Those that have each of the words in title or text, the most used first. */
export function findSaved(all: readonly SavedView[], typed: string): readonly SavedView[] {
  const words = typed
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '')
  return all
    .filter(({ title, text }) => {
      const where = `${title} ${text}`.toLowerCase()
      return words.every((word) => where.includes(word))
    })
    .toSorted((a, b) => b.uses - a.uses || (a.title < b.title ? -1 : 1))
}
