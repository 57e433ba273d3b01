/** What a class believes that is not so: how many, how sure, where to reread, what to talk about. */
import Link from 'next/link'
import type { ItemOrder } from '../../_classes/statistics/item-order.ts'
import type { HeldMisconception } from '../../_classes/statistics/misconceptions.ts'
import { listMembers } from '../../_server/classes/members.ts'
import { readShownNames } from '../../_server/classes/shown-names.ts'
import type { QuestionBank } from '../../_server/questions.ts'
import { counted } from '../../_ui/count-text.ts'
import { HowToRead } from './how-to-read.tsx'

interface MisconceptionListProps {
  readonly classId: string
  readonly bank: QuestionBank
  readonly held: readonly HeldMisconception[]
  readonly path: string
  readonly order: ItemOrder
}

const LINK = 'inline-flex min-h-6 items-center text-accent underline underline-offset-4'

export async function MisconceptionList(props: MisconceptionListProps) {
  const { classId, bank, held, path, order } = props
  const [members, { nameOf }] = await Promise.all([listMembers(classId), readShownNames(classId)])
  const byId = new Map(members.map((member) => [member.userId, member]))
  if (held.length === 0) {
    return <p className="text-muted">No answer shows any misconception that the questions name.</p>
  }
  return (
    <>
      <HowToRead of="the misconceptions">
        <p>
          Wrong answers name what somebody who gives them may believe. A learner counts once for
          each misconception, however many of their answers show it; “were asked” are those who met
          a question that can show it. “Sure” are holders who said “fairly sure” or “sure” of such
          an answer: they will not look it up by themselves, so begin with these.
        </p>
      </HowToRead>
      <ol className="border-line border-t">
        {held.map(({ id, holders, met, sure, questionId }) => {
          const known = bank.misconceptions.get(id)
          return (
            <li key={id} className="border-line border-b py-4">
              <p className="flex flex-wrap items-baseline gap-x-3">
                <span className="font-semibold tabular-nums">
                  {holders.length} of {counted(met, 'learner')}
                </span>
                <span className="font-medium">{known?.name ?? id}</span>
                <span className="text-muted text-sm tabular-nums">{sure} sure of it</span>
              </p>
              {known === undefined ? null : (
                <p className="mt-1 max-w-prose text-sm leading-relaxed">
                  <span className="text-muted">Believed:</span> {known.belief}{' '}
                  <span className="text-muted">In truth:</span> {known.truth}
                </p>
              )}
              <p className="mt-1 flex flex-wrap gap-x-5 text-sm">
                {known === undefined ? null : (
                  <Link href={`/learn/${known.lesson}`} className={LINK}>
                    Lesson to reread
                  </Link>
                )}
                <Link
                  href={`${path}?order=${order}&talk=${encodeURIComponent(questionId)}#talk`}
                  className={LINK}
                >
                  Talk about it in class
                </Link>
              </p>
              <details className="mt-1 text-sm">
                <summary className="min-h-6 cursor-pointer text-muted">
                  Who<span className="sr-only"> shows: {known?.name ?? id}</span>
                </summary>
                <p className="mt-1 max-w-prose">
                  {holders
                    .map((userId) => nameOf({ userId, name: byId.get(userId)?.name ?? userId }))
                    .toSorted(new Intl.Collator('en', { numeric: true }).compare)
                    .join(', ')}
                </p>
              </details>
            </li>
          )
        })}
      </ol>
    </>
  )
}
