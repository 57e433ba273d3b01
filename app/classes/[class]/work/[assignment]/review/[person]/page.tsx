/** Reviews the work of one learner: their code with comments, the rubric beside it. */
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { arrangeWorklist, nextToReview } from '../../../../../../_classes/reviews/worklist.ts'
import { requireClass } from '../../../../../../_server/authorise/page-door.ts'
import { readAssignment } from '../../../../../../_server/classes/assignments.ts'
import { readClass } from '../../../../../../_server/classes/classes.ts'
import { listMembers } from '../../../../../../_server/classes/members.ts'
import { type Author, readReview } from '../../../../../../_server/classes/reviews/review-view.ts'
import { readRubric } from '../../../../../../_server/classes/reviews/rubrics.ts'
import { listSaved } from '../../../../../../_server/classes/reviews/saved-comments.ts'
import { readWorklist } from '../../../../../../_server/classes/reviews/worklist.ts'
import { readShownNames } from '../../../../../../_server/classes/shown-names.ts'
import type { Query } from '../../../../../../admin/_parts/query.ts'
import { ClassPage, ClassSection } from '../../../../../_parts/class-page.tsx'
import { NamesSwitch } from '../../../../../_parts/names-switch.tsx'
import { NextKey } from '../../../../../_review/next-key.tsx'
import { ReviewPanel } from '../../../../../_review/review-panel.tsx'
import { ReviewSummary } from '../../../../../_review/review-summary.tsx'
import { StepReview } from '../../../../../_review/step-review.tsx'
import { reviewHref, worklistQueryOf } from '../../../../../_review/worklist-query.ts'

export const metadata: Metadata = { title: 'Review' }

interface ReviewPageProps {
  readonly params: Promise<{
    readonly class: string
    readonly assignment: string
    readonly person: string
  }>
  /** `step` and `submission` say which code; `section` and `order` who is next. */
  readonly searchParams: Promise<Query>
}

export default async function ReviewPage({ params, searchParams }: ReviewPageProps) {
  const { class: classId, assignment: id, person } = await params
  const { user, role, may } = await requireClass('class.see-progress', classId)
  const [of, assignment, members, names, query] = await Promise.all([
    readClass(classId),
    readAssignment(classId, id),
    listMembers(classId),
    readShownNames(classId),
    searchParams,
  ])
  const member = members.find(
    (one) => one.userId === person && one.role === 'learner' && one.state === 'active',
  )
  if (assignment?.kind !== 'step' || member === undefined) notFound()
  const [review, { rubric, version: rubricVersion }, saved, rows] = await Promise.all([
    readReview(id, person),
    readRubric(id),
    listSaved(classId, user.id),
    readWorklist(classId, assignment, names.nameOf),
  ])
  const list = `/classes/${classId}/work/${id}/review`
  const asked = worklistQueryOf(query)
  const next = nextToReview(arrangeWorklist(rows, { ...asked, state: 'all' }), person)
  const mayGrade = may('class.grade')
  const name = names.nameOf(member)
  const path = `/api/classes/${classId}/assignments/${id}/reviews/${encodeURIComponent(person)}`
  const nameOf = (author: Author) => (author.userId === person ? name : author.name)
  return (
    <ClassPage of={of} role={role} here="/work" title={`${name}: ${assignment.title}`}>
      <div className="mb-6 flex flex-wrap items-center gap-x-5 gap-y-3">
        {/* A whole load, so that the browser asks about changes that are not kept. */}
        <a href={list} className="text-accent text-sm underline underline-offset-4">
          All reviews
        </a>
        {next === undefined ? null : (
          <NextKey href={reviewHref(list, next.userId, asked)} name={next.name} />
        )}
        <NamesSwitch areHidden={names.areHidden} />
      </div>
      <div className="grid gap-x-8 gap-y-10 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <StepReview
          {...{ classId, assignment, query, nameOf }}
          userId={person}
          base={`${list}/${encodeURIComponent(person)}`}
          zone={of.timeZone}
          comments={review?.comments ?? []}
          rights={{ mayAnswer: mayGrade, mayComment: mayGrade }}
          {...(mayGrade ? { writing: { path: `${path}/comments`, saved } } : {})}
        />
        <div className="min-w-0 lg:sticky lg:top-4 lg:max-h-[calc(100dvh-2rem)] lg:self-start lg:overflow-y-auto lg:px-1">
          <ClassSection id="marks" title="The whole">
            {mayGrade ? (
              <ReviewPanel
                key={rubricVersion}
                path={path}
                rubric={rubric}
                version={review?.version ?? 0}
                state={review?.state ?? 'draft'}
                marks={review?.marks ?? { chosen: [], override: undefined }}
                words={review?.words ?? ''}
              />
            ) : (
              <ReviewSummary {...{ rubric, review, nameOf }} zone={of.timeZone} />
            )}
          </ClassSection>
        </div>
      </div>
    </ClassPage>
  )
}
