/** The gradebook of a class, with filters and order in the address. */
import type { Metadata } from 'next'
import {
  arrangeGradebook,
  DIRECTIONS,
  GRADE_STATES,
  type GradebookQuery,
  type GradeState,
} from '../../../_classes/grades/arrange-gradebook.ts'
import { requireClass } from '../../../_server/authorise/page-door.ts'
import { readClass } from '../../../_server/classes/classes.ts'
import { readGradebook } from '../../../_server/classes/grades/gradebook.ts'
import { listSections } from '../../../_server/classes/sections.ts'
import { readShownNames } from '../../../_server/classes/shown-names.ts'
import { requestTime } from '../../../_server/request-time.ts'
import { FilterChoice, FilterForm } from '../../../admin/_parts/filter-form.tsx'
import { Pager } from '../../../admin/_parts/pager.tsx'
import { pageOfRows, type Query, textOf } from '../../../admin/_parts/query.ts'
import { GradeExports } from '../../_grades/grade-exports.tsx'
import { GradebookTable } from '../../_grades/gradebook-table.tsx'
import { ClassPage } from '../../_parts/class-page.tsx'
import { NamesSwitch } from '../../_parts/names-switch.tsx'
import { SectionChoice } from '../../_parts/section-choice.tsx'

export const metadata: Metadata = { title: 'Grades' }

interface GradesPageProps {
  readonly params: Promise<{ readonly class: string }>
  readonly searchParams: Promise<Query>
}

const PER_PAGE = 50

const STATE_NAMES: Readonly<Record<GradeState, string>> = {
  all: 'everybody',
  none: 'with work not begun',
  adjusted: 'adjusted by hand',
  below: 'below half of the points',
}

export default async function GradesPage({ params, searchParams }: GradesPageProps) {
  const { class: classId } = await params
  const { role } = await requireClass('class.see-progress', classId)
  const [of, book, sections, names, query] = await Promise.all([
    readClass(classId),
    readGradebook(classId, requestTime()),
    listSections(classId),
    readShownNames(classId),
    searchParams,
  ])
  const { assignments, learners } = book
  const asked = queryOf(query)
  const named = learners.map((one) => ({ ...one, name: names.nameOf(one) }))
  const ids = assignments.map(({ id }) => id)
  const shown = arrangeGradebook(named, asked, ids)
  const { page, rows: onPage } = pageOfRows(query, shown, PER_PAGE)
  const path = `/classes/${classId}/grades`
  return (
    <ClassPage of={of} role={role} here="/grades" title="Grades">
      <FilterForm action={path}>
        <FilterChoice
          name="state"
          label="Who"
          value={asked.state}
          options={GRADE_STATES.map((state) => [state, STATE_NAMES[state]])}
        />
        <SectionChoice sections={sections} value={asked.section} />
        <input type="hidden" name="sort" value={asked.sort} />
        <input type="hidden" name="direction" value={asked.direction} />
      </FilterForm>
      <div className="mb-4 flex flex-wrap items-center justify-between gap-3">
        <p className="max-w-prose text-muted text-sm">
          A grade opens with what it is made of. – is no grade yet, * was adjusted by hand.
        </p>
        <NamesSwitch areHidden={names.areHidden} />
      </div>
      {learners.length === 0 || assignments.length === 0 ? (
        <p className="max-w-prose text-muted leading-relaxed">
          There are no grades yet: they need learners in the class and work that it is given. Each
          assignment says what it is worth and which attempt counts; learners see a grade once you
          release it.
        </p>
      ) : shown.length === 0 ? (
        <p className="text-muted">Nobody: choose everybody, and all sections, to see the others.</p>
      ) : (
        <GradebookTable
          classId={classId}
          assignments={assignments}
          learners={onPage}
          query={asked}
        />
      )}
      <Pager
        path={path}
        filters={{ ...asked }}
        page={page}
        perPage={PER_PAGE}
        total={shown.length}
      />
      <GradeExports classId={classId} />
    </ClassPage>
  )
}

function queryOf(query: Query): GradebookQuery {
  const [state, direction] = [textOf(query, 'state'), textOf(query, 'direction')]
  return {
    sort: textOf(query, 'sort') || 'name',
    direction: DIRECTIONS.find((one) => one === direction) ?? 'up',
    state: GRADE_STATES.find((one) => one === state) ?? 'all',
    section: textOf(query, 'section'),
  }
}
