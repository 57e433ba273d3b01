/** A session of reviews: what is due today, or a topic to practise (`?topic=cap`). */
import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { TOPICS } from '#content/schema/question.ts'
import { readOwnReviews } from '../../_server/own-reviews.ts'
import { openQuestions } from '../../_server/quiz-attempts.ts'
import { dueItems, practiceItems } from '../../_server/session-items.ts'
import { SessionBench } from '../_session/session-bench.tsx'

export const metadata: Metadata = { title: 'Quiz session' }

interface SessionPageProps {
  readonly searchParams: Promise<{ readonly topic?: string | string[] }>
}

export default async function SessionPage({ searchParams }: SessionPageProps) {
  const { topic } = await searchParams
  const title = topic === undefined ? 'Due today' : topicTitle(topic)
  if (title === undefined) notFound()
  const own = await readOwnReviews()
  const { ownerId, today } = own
  const closed = ownerId === undefined ? new Set<string>() : await openQuestions(ownerId)
  const items =
    typeof topic === 'string' ? practiceItems(own, { topic, closed }) : dueItems(own, closed)
  const name = typeof topic === 'string' ? topic : 'due'
  return (
    <div className="mx-auto w-full max-w-5xl px-4 py-8 sm:px-6 sm:py-12">
      <p className="text-sm">
        <Link href="/quiz" className="text-accent underline underline-offset-4">
          Quiz
        </Link>
      </p>
      <h1 className="mt-1 mb-8 font-[650] text-2xl tracking-tight sm:text-3xl">{title}</h1>
      <noscript>
        <p className="mb-8 max-w-[65ch] font-medium">
          Answers are judged as you give them: to use this page, switch JavaScript on. The flash
          cards are there without it.
        </p>
      </noscript>
      <SessionBench session={{ name, title, day: today, ownerId, items }} />
    </div>
  )
}

function topicTitle(topic: string | string[]): string | undefined {
  return Object.entries(TOPICS).find(([id]) => id === topic)?.[1]
}
