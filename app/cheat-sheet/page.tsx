/** The course on two printed pages: what to say, what is often said, and the words in between. */
import type { Metadata } from 'next'
import Link from 'next/link'
import type { CheatCard } from '#content/schema/cheat-sheet.ts'
import type { GlossaryEntry } from '#content/schema/glossary.ts'
import { readCheatSheet, readCourse, readGlossary } from '../_server/content.ts'
import { PageTitle } from '../_shell/page-title.tsx'

export const metadata: Metadata = {
  title: 'Cheat sheet',
  description: 'CAP, PACELC and the consistency models on two pages, to print and keep.',
}

export default async function CheatSheetPage() {
  const [{ sections }, glossary, { modules }] = await Promise.all([
    readCheatSheet(),
    readGlossary(),
    readCourse(),
  ])
  const entries = new Map(glossary.map((entry) => [entry.id, entry]))
  const lessons = modules.flatMap((module) => module.lessons)
  return (
    <div className="mx-auto w-full max-w-6xl px-4 py-12 sm:px-6 sm:py-16 print:p-0">
      <PageTitle title="Cheat sheet">
        What to say, what is often said instead, and the words in between. It prints on a few sheets
        of paper; meanings come from the glossary, and each card names the lesson that runs it.
      </PageTitle>
      {sections.map(({ title, cards }) => (
        <section key={title} className="mb-12 print:mb-4">
          <h2 className="mb-4 font-semibold text-xl print:mb-2 print:text-base">{title}</h2>
          <div className="gap-5 sm:columns-2 print:columns-2 print:gap-3">
            {cards.map((card) => (
              <Card
                key={card.id}
                card={card}
                entries={entries}
                lessonTitle={lessons.find(({ slug }) => slug === card.lesson)?.title}
              />
            ))}
          </div>
        </section>
      ))}
    </div>
  )
}

function Card({
  card: { id, title, say, often, terms, lesson },
  entries,
  lessonTitle,
}: {
  readonly card: CheatCard
  readonly entries: ReadonlyMap<string, GlossaryEntry>
  readonly lessonTitle: string | undefined
}) {
  return (
    <article
      id={id}
      className="mb-5 break-inside-avoid scroll-mt-28 rounded-lg border border-line p-4 print:mb-3 print:p-2 print:text-xs"
    >
      <h3 className="font-semibold text-lg print:text-sm">{title}</h3>
      <p className="mt-2 leading-relaxed print:mt-1 print:leading-snug">{say}</p>
      <dl className="mt-3 border-line-strong border-l-2 pl-3 text-sm leading-relaxed print:mt-1 print:text-xs print:leading-snug">
        <dt className="font-medium text-muted">Often said</dt>
        <dd>“{often.said}”</dd>
        <dt className="mt-1 font-medium text-muted">True</dt>
        <dd>{often.true}</dd>
      </dl>
      <dl className="mt-3 grid gap-2 text-sm leading-relaxed print:mt-1 print:gap-1 print:text-xs print:leading-snug">
        {terms.map((term) => (
          <Word key={term} entry={entries.get(term)} />
        ))}
      </dl>
      {lesson === undefined || lessonTitle === undefined ? null : (
        <p className="no-print mt-3 text-sm">
          <Link
            href={`/learn/${lesson}`}
            className="inline-flex min-h-6 items-center underline decoration-line-strong underline-offset-4 hover:decoration-accent"
          >
            Lesson: {lessonTitle}
          </Link>
        </p>
      )}
    </article>
  )
}

function Word({ entry }: { readonly entry: GlossaryEntry | undefined }) {
  // The content build refuses unknown words; this is for a glossary that is newer than the sheet.
  if (entry === undefined) return null
  return (
    <div>
      <dt className="inline font-medium">
        <Link href={`/glossary#${entry.id}`} className="term">
          {entry.term}
        </Link>
        {': '}
      </dt>
      <dd className="inline text-muted">{entry.meaning}</dd>
    </div>
  )
}
