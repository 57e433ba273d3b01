/** All words of the course, each with one meaning. */
import type { Metadata } from 'next'
import Link from 'next/link'
import type { GlossaryEntry } from '#content/schema/glossary.ts'
import { TermGlyph } from '../_content/term-glyph.tsx'
import { readGlossary } from '../_server/content.ts'
import { PageTitle } from '../_shell/page-title.tsx'

export const metadata: Metadata = {
  title: 'Glossary',
  description: 'The words of distributed systems as this course uses them.',
}

export default async function GlossaryPage() {
  const glossary = await readGlossary()
  const names = new Map(glossary.map(({ id, term }) => [id, term]))
  return (
    <div className="mx-auto w-full max-w-4xl px-4 py-12 sm:px-6 sm:py-16">
      <PageTitle title="Glossary">
        One word, one meaning. Lessons, labs and the diagrams all use these words in this sense.
        What to say with them is on the{' '}
        <Link
          href="/cheat-sheet"
          className="underline decoration-line-strong underline-offset-4 hover:text-text"
        >
          cheat sheet
        </Link>
        .
      </PageTitle>
      <dl className="border-line border-t">
        {glossary.map((entry) => (
          <Entry key={entry.id} entry={entry} names={names} />
        ))}
      </dl>
    </div>
  )
}

function Entry({
  entry: { id, term, meaning, see },
  names,
}: {
  readonly entry: GlossaryEntry
  readonly names: ReadonlyMap<string, string>
}) {
  return (
    <div
      id={id}
      className="grid scroll-mt-28 gap-x-8 gap-y-1 border-line border-b py-4 target:bg-surface sm:grid-cols-[13rem_1fr] sm:px-3"
    >
      <dt className="flex flex-wrap items-center gap-x-3 self-start font-semibold">
        {term} <TermGlyph id={id} />
      </dt>
      <dd className="max-w-[65ch] leading-relaxed">
        {meaning}
        {see.length === 0 ? null : (
          <p className="mt-1 text-muted text-sm">
            See also{' '}
            {see.map((other, index) => (
              <span key={other}>
                {index > 0 ? ', ' : ''}
                <a
                  href={`#${other}`}
                  className="underline decoration-line-strong underline-offset-4 hover:text-text"
                >
                  {names.get(other)}
                </a>
              </span>
            ))}
          </p>
        )}
      </dd>
    </div>
  )
}
