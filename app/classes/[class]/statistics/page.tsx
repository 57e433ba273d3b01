/** The class in figures: who may need somebody, what there is to see of its work, and when it works. */
import type { Metadata } from 'next'
import { heatMap } from '../../../_classes/statistics/heat-map.ts'
import { requireClass } from '../../../_server/authorise/page-door.ts'
import { listAssignments } from '../../../_server/classes/assignments.ts'
import { readClass } from '../../../_server/classes/classes.ts'
import { readGrid } from '../../../_server/classes/grid.ts'
import { listSections } from '../../../_server/classes/sections.ts'
import { readActivity } from '../../../_server/classes/statistics/activity.ts'
import { requestTime } from '../../../_server/request-time.ts'
import { FilterChoice, FilterForm } from '../../../admin/_parts/filter-form.tsx'
import { type Query, textOf } from '../../../admin/_parts/query.ts'
import { ClassPage, ClassSection } from '../../_parts/class-page.tsx'
import { SectionChoice } from '../../_parts/section-choice.tsx'
import { AssignmentList } from '../../_statistics/assignment-list.tsx'
import { AtRiskSection } from '../../_statistics/at-risk-section.tsx'
import { ClassMisconceptions } from '../../_statistics/class-misconceptions.tsx'
import { HeatMapTable } from '../../_statistics/heat-map-table.tsx'
import { AT_RISK_KINDS, type AtRiskQuery, KIND_NAMES } from '../../_statistics/kind-names.ts'

export const metadata: Metadata = { title: 'Statistics' }

interface StatisticsPageProps {
  readonly params: Promise<{ readonly class: string }>
  /** `why` and `section` of the list, `weeks` of the map, `page` of the list. */
  readonly searchParams: Promise<Query>
}

const WEEK_MS = 7 * 86_400_000
const WEEKS = ['4', '1', '12', '52'] as const
const WEEK_NAMES: Readonly<Record<(typeof WEEKS)[number], string>> = {
  4: 'the last 4 weeks',
  1: 'the last 7 days',
  12: 'the last 12 weeks',
  52: 'the last year',
}

export default async function StatisticsPage({ params, searchParams }: StatisticsPageProps) {
  const { class: classId } = await params
  const { role, may } = await requireClass('class.see-progress', classId)
  const now = requestTime()
  const [of, grid, assignments, sections, query] = await Promise.all([
    readClass(classId),
    readGrid(classId, now),
    listAssignments(classId),
    listSections(classId),
    searchParams,
  ])
  const weeks = WEEKS.find((one) => one === textOf(query, 'weeks')) ?? '4'
  const asked: AtRiskQuery = {
    why: AT_RISK_KINDS.find((one) => one === textOf(query, 'why')) ?? '',
    section: textOf(query, 'section'),
  }
  const since = new Date(now.getTime() - Number(weeks) * WEEK_MS)
  const map = heatMap(await readActivity(classId, grid.units, since), of.timeZone)
  const path = `/classes/${classId}/statistics`
  return (
    <ClassPage of={of} role={role} here="/statistics" title="Statistics">
      <FilterForm action={path}>
        <FilterChoice
          name="why"
          label="Listed for"
          value={asked.why}
          options={[
            ['', 'any reason'],
            ...AT_RISK_KINDS.map((one) => [one, KIND_NAMES[one]] as const),
          ]}
        />
        <SectionChoice sections={sections} value={asked.section} />
        <FilterChoice
          name="weeks"
          label="Days and hours of"
          value={weeks}
          options={WEEKS.map((one) => [one, WEEK_NAMES[one]])}
        />
      </FilterForm>
      <ClassSection id="look" title="Who may need you">
        <AtRiskSection
          {...{ of, grid, now, path, asked, query, filters: { ...asked, weeks } }}
          mayChange={may('class.change')}
        />
      </ClassSection>
      <ClassSection id="assignments" title="Questions and checks">
        <AssignmentList classId={classId} assignments={assignments} grid={grid} />
      </ClassSection>
      <ClassSection id="misconceptions" title="What many believe">
        <ClassMisconceptions classId={classId} assignments={assignments} />
      </ClassSection>
      <ClassSection id="hours" title={`Days and hours, ${WEEK_NAMES[weeks]}`}>
        <HeatMapTable map={map} zone={of.timeZone} />
      </ClassSection>
    </ClassPage>
  )
}
