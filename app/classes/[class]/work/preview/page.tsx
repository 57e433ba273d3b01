/** What a learner will see on a day: their own list of work, as it will be then. */
import type { Metadata } from 'next'
import { instantOf, wallTimeOf } from '../../../../_classes/time-zone.ts'
import { dateTimeText } from '../../../../_classes/when-text.ts'
import { requireClass } from '../../../../_server/authorise/page-door.ts'
import { readClass } from '../../../../_server/classes/classes.ts'
import { readLearnerWork } from '../../../../_server/classes/learner-work.ts'
import { listMembers } from '../../../../_server/classes/members.ts'
import { readShownNames } from '../../../../_server/classes/shown-names.ts'
import { requestTime } from '../../../../_server/request-time.ts'
import { FilterChoice, FilterForm } from '../../../../admin/_parts/filter-form.tsx'
import { type Query, textOf } from '../../../../admin/_parts/query.ts'
import { ClassPage } from '../../../_parts/class-page.tsx'
import { WorkList } from '../../../_parts/work-list.tsx'

export const metadata: Metadata = { title: 'What a learner will see' }

interface PreviewPageProps {
  readonly params: Promise<{ readonly class: string }>
  readonly searchParams: Promise<Query>
}

export default async function PreviewPage({ params, searchParams }: PreviewPageProps) {
  const { class: classId } = await params
  const { role } = await requireClass('class.see-progress', classId)
  const [of, members, query, names] = await Promise.all([
    readClass(classId),
    listMembers(classId),
    searchParams,
    readShownNames(classId),
  ])
  const learners = members.filter((one) => one.role === 'learner' && one.state === 'active')
  const person = textOf(query, 'person')
  const asked = instantOf(textOf(query, 'at'), of.timeZone)
  const at = asked ?? requestTime()
  const learner = learners.find(({ userId }) => userId === person)
  const path = `/classes/${classId}/work/preview`
  return (
    <ClassPage
      of={of}
      role={role}
      here="/work"
      title="What will a learner see on a day?"
      lead="Dates and extensions as they are kept now, seen from any instant. What is done so far counts as done."
    >
      <FilterForm action={path}>
        <FilterChoice
          name="person"
          label="Learner"
          value={person}
          options={[
            ['', 'somebody without extensions'],
            ...learners.map((one) => [one.userId, names.nameOf(one)] as const),
          ]}
        />
        <label className="font-medium text-sm">
          Day and time
          <input
            name="at"
            type="datetime-local"
            defaultValue={wallTimeOf(at, of.timeZone)}
            className="mt-1 block min-h-10 rounded-md border border-line-strong bg-page px-3 text-sm"
          />
        </label>
      </FilterForm>
      <h2 className="mb-4 font-semibold text-xl tracking-tight">
        {learner === undefined ? 'Somebody without extensions' : names.nameOf(learner)},{' '}
        {dateTimeText(at, of.timeZone)}
      </h2>
      <WorkList
        work={await readLearnerWork(classId, learner?.userId ?? '', at)}
        now={at}
        zone={of.timeZone}
      />
    </ClassPage>
  )
}
