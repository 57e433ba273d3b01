/** Whose work is to be reviewed by hand: filters in the address, and the way to who is next. */
import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { arrangeWorklist, nextToReview } from '../../../../../_classes/reviews/worklist.ts'
import { requireClass } from '../../../../../_server/authorise/page-door.ts'
import { readAssignment } from '../../../../../_server/classes/assignments.ts'
import { readClass } from '../../../../../_server/classes/classes.ts'
import { readRubric } from '../../../../../_server/classes/reviews/rubrics.ts'
import { readWorklist } from '../../../../../_server/classes/reviews/worklist.ts'
import { listSections } from '../../../../../_server/classes/sections.ts'
import { readShownNames } from '../../../../../_server/classes/shown-names.ts'
import { LinkButton } from '../../../../../_ui/link-button.tsx'
import { Pager } from '../../../../../admin/_parts/pager.tsx'
import { pageOfRows, type Query } from '../../../../../admin/_parts/query.ts'
import { ClassPage } from '../../../../_parts/class-page.tsx'
import { NamesSwitch } from '../../../../_parts/names-switch.tsx'
import { NextKey } from '../../../../_review/next-key.tsx'
import { WorklistFilters } from '../../../../_review/worklist-filters.tsx'
import { reviewHref, worklistQueryOf } from '../../../../_review/worklist-query.ts'
import { WorklistTable } from '../../../../_review/worklist-table.tsx'

export const metadata: Metadata = { title: 'Reviews' }

interface WorklistPageProps {
  readonly params: Promise<{ readonly class: string; readonly assignment: string }>
  readonly searchParams: Promise<Query>
}

const PER_PAGE = 50

export default async function WorklistPage({ params, searchParams }: WorklistPageProps) {
  const { class: classId, assignment: id } = await params
  const { role, may } = await requireClass('class.see-progress', classId)
  const [of, assignment, sections, names, query] = await Promise.all([
    readClass(classId),
    readAssignment(classId, id),
    listSections(classId),
    readShownNames(classId),
    searchParams,
  ])
  if (assignment?.kind !== 'step') notFound()
  const [rows, { rubric }] = await Promise.all([
    readWorklist(classId, assignment, names.nameOf),
    readRubric(id),
  ])
  const asked = worklistQueryOf(query)
  const shown = arrangeWorklist(rows, asked)
  const next = nextToReview(shown, undefined)
  const { page, rows: onPage } = pageOfRows(query, shown, PER_PAGE)
  const path = `/classes/${classId}/work/${id}`
  return (
    <ClassPage
      of={of}
      role={role}
      here="/work"
      title={`Reviews: ${assignment.title}`}
      lead="A review is comments on lines of code, points of a rubric and words about the whole. The learner sees it when it is published, and not before."
    >
      <p className="mb-6 flex flex-wrap items-center gap-3">
        <Link href={path} className="text-accent text-sm underline underline-offset-4">
          The assignment
        </Link>
        {may('class.change') ? (
          <LinkButton href={`${path}/rubric`} look="secondary" size="small">
            {rubric === undefined ? 'Make a rubric' : 'Change the rubric'}
          </LinkButton>
        ) : null}
        <NamesSwitch areHidden={names.areHidden} />
      </p>
      <WorklistFilters action={`${path}/review`} sections={sections} asked={asked} />
      {next === undefined ? (
        <p className="mb-4 text-muted">
          {rows.length === 0
            ? 'The class has no learners yet: once they hand in code, it waits here.'
            : 'Nobody in this list waits for a review.'}
        </p>
      ) : (
        <div className="mb-4">
          <NextKey href={reviewHref(`${path}/review`, next.userId, asked)} name={next.name} />
        </div>
      )}
      {shown.length === 0 ? null : (
        <WorklistTable
          rows={onPage}
          steps={assignment.stepIds.length}
          zone={of.timeZone}
          hrefOf={(userId) => reviewHref(`${path}/review`, userId, asked)}
        />
      )}
      <Pager
        path={`${path}/review`}
        filters={{ ...asked }}
        page={page}
        perPage={PER_PAGE}
        total={shown.length}
      />
    </ClassPage>
  )
}
