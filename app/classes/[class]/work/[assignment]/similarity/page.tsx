/** Submissions of a step that share code which few others have; side by side when asked. */
import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { requireClass } from '../../../../../_server/authorise/page-door.ts'
import { readAssignment } from '../../../../../_server/classes/assignments.ts'
import { readClass } from '../../../../../_server/classes/classes.ts'
import { listMembers } from '../../../../../_server/classes/members.ts'
import { readShownNames } from '../../../../../_server/classes/shown-names.ts'
import {
  compareTwo,
  readSimilarity,
  recordLook,
} from '../../../../../_server/classes/similarity.ts'
import { unitsOf } from '../../../../../_server/classes/work-catalogue.ts'
import { type Query, textOf } from '../../../../../admin/_parts/query.ts'
import { ClassPage, ClassSection } from '../../../../_parts/class-page.tsx'
import { NamesSwitch } from '../../../../_parts/names-switch.tsx'
import { StepLinks } from '../../../../_parts/step-links.tsx'
import { ChooseTwo } from '../../../../_similarity/choose-two.tsx'
import { Clusters } from '../../../../_similarity/clusters.tsx'
import { SideBySide } from '../../../../_similarity/side-by-side.tsx'
import { WhatItShows } from '../../../../_similarity/what-it-shows.tsx'

export const metadata: Metadata = { title: 'Similar submissions', robots: { index: false } }

interface SimilarityPageProps {
  readonly params: Promise<{ readonly class: string; readonly assignment: string }>
  /** `step` is the id of a step, `left` and `right` are learners to compare. */
  readonly searchParams: Promise<Query>
}

export default async function SimilarityPage({ params, searchParams }: SimilarityPageProps) {
  const { class: classId, assignment: id } = await params
  const { user, role } = await requireClass('class.see-similarity', classId)
  const [of, assignment, members, names, query] = await Promise.all([
    readClass(classId),
    readAssignment(classId, id),
    listMembers(classId),
    readShownNames(classId),
    searchParams,
  ])
  if (assignment?.kind !== 'step') notFound()
  const units = await unitsOf([assignment])
  const unit = units.find(({ stepId }) => stepId === textOf(query, 'step')) ?? units[0]
  if (unit === undefined) notFound()
  const step = { classId, labId: unit.target, stepId: unit.stepId }
  const similarity = await readSimilarity(step)
  const [left, right] = [textOf(query, 'left'), textOf(query, 'right')]
  const compared = compareTwo(similarity, left, right)
  await recordLook(user, step, compared === undefined ? undefined : [left, right])
  const learners = new Map(members.map((one) => [one.userId, names.nameOf(one)]))
  const nameOf = (userId: string) => learners.get(userId) ?? 'somebody'
  const base = `/classes/${classId}/work/${id}`
  const here = `${base}/similarity`
  return (
    <ClassPage
      of={of}
      role={role}
      here="/work"
      title={`Similar submissions: ${unit.title}`}
      lead="Learners whose code shares stretches that few others in the class have. What it means, only a conversation can tell."
    >
      <div className="mb-6 flex flex-wrap items-center gap-x-5 gap-y-2 text-sm">
        <Link href={base} className="text-accent underline underline-offset-4">
          {assignment.title}
        </Link>
        <NamesSwitch areHidden={names.areHidden} />
      </div>
      {units.length > 1 ? (
        // Whoever opens it is written down; a browser that looks ahead is nobody.
        <StepLinks
          steps={units.map(({ stepId: id, title }) => ({ id, title }))}
          chosen={unit.stepId}
          path={here}
          prefetch={false}
        />
      ) : null}
      <WhatItShows commonAbove={similarity.commonAbove} learners={similarity.handed.size} />
      {compared === undefined ? null : (
        <ClassSection id="compared" title={`${nameOf(left)} and ${nameOf(right)}`}>
          <SideBySide {...compared} zone={of.timeZone} names={[nameOf(left), nameOf(right)]} />
        </ClassSection>
      )}
      <ClassSection id="clusters" title="Groups">
        <Clusters {...{ similarity, here, nameOf }} stepId={unit.stepId} zone={of.timeZone} />
      </ClassSection>
      <ClassSection id="choose" title="Compare any two">
        <ChooseTwo
          {...{ here, left, right, nameOf }}
          stepId={unit.stepId}
          userIds={[...similarity.handed.keys()]}
        />
      </ClassSection>
    </ClassPage>
  )
}
