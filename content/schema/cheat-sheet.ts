/** The shape of cheat-sheet.yaml: the course on a page or two, built on the words of the glossary. */
import { z } from 'zod'

const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be small letters, digits and hyphens')

const card = z.strictObject({
  id,
  title: z.string().min(1),
  /** What to say, in one to three sentences that stand by themselves. */
  say: z.string().min(1),
  /** What is often said instead, and what is true. */
  often: z.strictObject({ said: z.string().min(1), true: z.string().min(1) }),
  /** Words of the glossary whose meanings are printed with the card. */
  terms: z.array(z.string()).min(1),
  /** The lesson that shows it; a slug. */
  lesson: id.optional(),
  /** What it covers, by the ids of the course's inventory. */
  covers: z.array(z.string().regex(/^A[0-9]-[0-9]+$/, 'must look like A1-84')).optional(),
})

const section = z.strictObject({ title: z.string().min(1), cards: z.array(card).min(1) })

export const cheatSheetSchema = z.strictObject({ sections: z.array(section).min(1) })

export type CheatSheet = z.infer<typeof cheatSheetSchema>
export type CheatCard = CheatSheet['sections'][number]['cards'][number]

/**
 * What the sheet names and nobody has: words that the glossary lacks, lessons that are not written.
 * One line for each; none when all is well.
 */
export function danglingNames(
  { sections }: CheatSheet,
  terms: ReadonlySet<string>,
  lessons: ReadonlySet<string>,
): readonly string[] {
  return sections
    .flatMap(({ cards }) => cards)
    .flatMap((each) => [
      ...each.terms
        .filter((term) => !terms.has(term))
        .map((term) => `card "${each.id}": the glossary has no term "${term}"`),
      ...(each.lesson === undefined || lessons.has(each.lesson)
        ? []
        : [`card "${each.id}": there is no lesson "${each.lesson}"`]),
    ])
}
