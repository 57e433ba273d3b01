/** The flash cards, to print and cut: the front above, the back below the fold. */
import type { Metadata } from 'next'
import Link from 'next/link'
import { TOPICS } from '#content/schema/question.ts'
import { Html } from '../../_quiz/html.tsx'
import { readQuestionBank } from '../../_server/questions.ts'
import { PageTitle } from '../../_shell/page-title.tsx'

export const metadata: Metadata = {
  title: 'Flash cards',
  description: 'Questions and answers to print, fold and keep.',
}

export default async function CardsPage() {
  const { flashCards } = await readQuestionBank()
  return (
    <div className="mx-auto w-full max-w-5xl px-4 py-12 sm:px-6 sm:py-16 print:p-0">
      <div className="no-print">
        <PageTitle title="Flash cards">
          Print this page, cut along the lines and fold each card in the middle. The same cards come
          up in your <Link href="/quiz">reviews</Link>; the{' '}
          <Link href="/cheat-sheet">cheat sheet</Link> has the course on two pages.
        </PageTitle>
      </div>
      {Object.entries(TOPICS).map(([topic, name]) => {
        const cards = flashCards.filter((card) => card.topic === topic)
        if (cards.length === 0) return null
        return (
          <section key={topic} aria-label={name} className="mb-10 print:mb-2">
            <h2 className="mb-4 font-semibold text-xl print:mb-1 print:text-sm">{name}</h2>
            <ul className="grid gap-4 sm:grid-cols-2 print:grid-cols-2 print:gap-0">
              {cards.map(({ id, front, back, lesson }) => (
                <li
                  key={id}
                  className="break-inside-avoid rounded-lg border border-line print:rounded-none print:border-dashed"
                >
                  <Html
                    html={front}
                    className="min-h-16 p-4 font-medium print:min-h-24 print:text-sm!"
                  />
                  <div className="border-line border-t border-dashed p-4 print:min-h-24">
                    <Html html={back} className="print:text-xs!" />
                    <p className="no-print mt-2 text-sm">
                      <Link href={`/learn/${lesson}`} className="underline underline-offset-4">
                        Lesson
                      </Link>
                    </p>
                  </div>
                </li>
              ))}
            </ul>
          </section>
        )
      })}
    </div>
  )
}
