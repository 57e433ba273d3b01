/** What many in a class believe that is not so, over all of its quizzes. */
import Link from 'next/link'
import type { AssignmentView } from '../../_server/classes/assignments.ts'
import { readClassMisconceptions } from '../../_server/classes/statistics/class-misconceptions.ts'
import { readQuestionBank } from '../../_server/questions.ts'
import { counted } from '../../_ui/count-text.ts'

interface ClassMisconceptionsProps {
  readonly classId: string
  readonly assignments: readonly AssignmentView[]
}

const SHOWN_MAX = 5
const LINK = 'inline-flex min-h-6 items-center text-accent underline underline-offset-4'

export async function ClassMisconceptions({ classId, assignments }: ClassMisconceptionsProps) {
  const quizzes = assignments.filter(({ kind }) => kind === 'quiz')
  const setIds = quizzes.map(({ target }) => target)
  const held = await readClassMisconceptions(classId, setIds, SHOWN_MAX)
  if (held.length === 0) {
    return (
      <p className="max-w-prose text-muted leading-relaxed">
        Nothing yet. Wrong answers to the questions of a quiz name what somebody who gives them may
        believe; give the class a quiz, and what most believe stands here, with the lesson to
        reread.
      </p>
    )
  }
  const { misconceptions } = await readQuestionBank()
  return (
    <ol className="border-line border-t">
      {held.map(({ id, holders, sure, setId }) => {
        const known = misconceptions.get(id)
        const quiz = quizzes.find(({ target }) => target === setId)
        return (
          <li key={id} className="border-line border-b py-3">
            <p className="flex flex-wrap items-baseline gap-x-3">
              <span className="font-semibold tabular-nums">{counted(holders, 'learner')}</span>
              <span className="font-medium">{known?.name ?? id}</span>
              <span className="text-muted text-sm tabular-nums">{sure} sure of it</span>
            </p>
            {known === undefined ? null : (
              <p className="max-w-prose text-muted text-sm leading-relaxed">{known.belief}</p>
            )}
            <p className="flex flex-wrap gap-x-5 text-sm">
              {known === undefined ? null : (
                <Link href={`/learn/${known.lesson}`} className={LINK}>
                  Lesson to reread
                </Link>
              )}
              {quiz === undefined ? null : (
                <Link
                  href={`/classes/${classId}/statistics/${quiz.id}#misconceptions`}
                  className={LINK}
                >
                  In “{quiz.title}”
                </Link>
              )}
            </p>
          </li>
        )
      })}
    </ol>
  )
}
