/** One mock interview: begun here, gone on with, or looked at again (`?of=<id>`). */
import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { z } from 'zod'
import { readCourse } from '../../_server/content.ts'
import { readInterview } from '../../_server/interviews.ts'
import { questionCardId, readQuestionBank } from '../../_server/questions.ts'
import { readStates } from '../../_server/review-store.ts'
import { readUser } from '../../_server/session.ts'
import { InterviewDesk } from '../_desk/interview-desk.tsx'

interface ScenarioPageProps {
  readonly params: Promise<{ readonly scenario: string }>
  readonly searchParams: Promise<{ readonly of?: string | string[] }>
}

export const metadata: Metadata = { title: 'Mock interview' }

export default async function ScenarioPage({ params, searchParams }: ScenarioPageProps) {
  const [{ scenario: id }, { of: interviewId }] = await Promise.all([params, searchParams])
  const [bank, user, { modules }] = await Promise.all([
    readQuestionBank(),
    readUser(),
    readCourse(),
  ])
  const scenario = bank.question(id)
  if (scenario?.kind !== 'design') notFound()
  const key = bank.key(id)
  const slugs = key?.kind === 'design' ? key.lessons : []
  const lessons = modules
    .flatMap((module) => module.lessons)
    .flatMap(({ slug, title }) =>
      slug !== undefined && slugs.includes(slug) ? [{ slug, title }] : [],
    )
  const wanted = z.uuid().safeParse(interviewId).data
  const kept =
    user === undefined || wanted === undefined ? undefined : await readInterview(user.id, wanted)
  const states = user === undefined ? undefined : await readStates(user.id)
  return (
    <div className="mx-auto w-full max-w-5xl px-4 py-8 sm:px-6 sm:py-12">
      <p className="text-sm">
        <Link href="/interview" className="text-accent underline underline-offset-4">
          Mock interview
        </Link>
      </p>
      <h1 className="mt-1 mb-6 font-[650] text-2xl tracking-tight sm:text-3xl">
        {scenario.minutes === 20 ? 'A short interview' : 'A long interview'}
      </h1>
      <noscript>
        <p className="mb-8 max-w-[65ch] font-medium">
          The pad and the clock need JavaScript. The frame and the classic answers are lessons, and
          can be read without it.
        </p>
      </noscript>
      <InterviewDesk
        scenario={scenario}
        ownerId={user?.id}
        kept={kept}
        lessons={lessons}
        lastId={states?.get(questionCardId(id))?.lastId ?? null}
      />
    </div>
  )
}
