/** The grid of a class: learners by work, with filters and order in the address. */
import type { Metadata } from 'next'
import {
  arrange,
  type GridQuery,
  ORDERS,
  type Order,
  type ShownState,
  STATES,
} from '../../../_classes/progress/arrange.ts'
import { requireClass } from '../../../_server/authorise/page-door.ts'
import { readClass } from '../../../_server/classes/classes.ts'
import { readGrid } from '../../../_server/classes/grid.ts'
import { listSections } from '../../../_server/classes/sections.ts'
import { readShownNames } from '../../../_server/classes/shown-names.ts'
import { requestTime } from '../../../_server/request-time.ts'
import { FilterChoice, FilterForm } from '../../../admin/_parts/filter-form.tsx'
import { Pager } from '../../../admin/_parts/pager.tsx'
import { pageOfRows, type Query, textOf } from '../../../admin/_parts/query.ts'
import { ClassPage } from '../../_parts/class-page.tsx'
import { MarkLegend } from '../../_parts/mark.tsx'
import { NamesSwitch } from '../../_parts/names-switch.tsx'
import { ProgressTable } from '../../_parts/progress-table.tsx'
import { SectionChoice } from '../../_parts/section-choice.tsx'

export const metadata: Metadata = { title: 'Progress' }

interface ProgressPageProps {
  readonly params: Promise<{ readonly class: string }>
  readonly searchParams: Promise<Query>
}

const PER_PAGE = 50

const ORDER_NAMES: Readonly<Record<Order, string>> = {
  name: 'by name',
  quiet: 'longest without progress first',
  stuck: 'longest stuck first',
  done: 'most done first',
  missing: 'most missing first',
}

const STATE_NAMES: Readonly<Record<ShownState, string>> = {
  all: 'everybody',
  quiet: 'no progress for 48 hours',
  stuck: 'stuck',
  missing: 'with missing work',
}

export default async function ProgressPage({ params, searchParams }: ProgressPageProps) {
  const { class: classId } = await params
  const { role } = await requireClass('class.see-progress', classId)
  const now = requestTime()
  const [of, grid, sections, names, query] = await Promise.all([
    readClass(classId),
    readGrid(classId, now),
    listSections(classId),
    readShownNames(classId),
    searchParams,
  ])
  const asked = queryOf(query)
  const named = grid.learners.map((one) => ({ ...one, name: names.nameOf(one) }))
  const shown = arrange(named, asked, now)
  const { page, rows: onPage } = pageOfRows(query, shown, PER_PAGE)
  const path = `/classes/${classId}/progress`
  return (
    <ClassPage of={of} role={role} here="/progress" title="Progress">
      <FilterForm action={path}>
        <FilterChoice
          name="state"
          label="Who"
          value={asked.state}
          options={STATES.map((state) => [state, STATE_NAMES[state]])}
        />
        <SectionChoice sections={sections} value={asked.section} />
        <FilterChoice
          name="order"
          label="Order"
          value={asked.order}
          options={ORDERS.map((order) => [order, ORDER_NAMES[order]])}
        />
      </FilterForm>
      <div className="mb-4 flex flex-wrap items-center justify-between gap-3">
        <MarkLegend />
        <NamesSwitch areHidden={names.areHidden} />
      </div>
      {grid.learners.length === 0 || grid.units.length === 0 ? (
        <p className="max-w-prose text-muted leading-relaxed">
          There is nothing to show yet: the grid needs learners in the class and work that it is
          given. Each learner is a line, each step or lesson a column.
        </p>
      ) : shown.length === 0 ? (
        <p className="text-muted">Nobody: choose everybody, and all sections, to see the others.</p>
      ) : (
        <ProgressTable classId={classId} units={grid.units} learners={onPage} now={now} />
      )}
      <Pager
        path={path}
        filters={{ ...asked }}
        page={page}
        perPage={PER_PAGE}
        total={shown.length}
      />
    </ClassPage>
  )
}

function queryOf(query: Query): GridQuery {
  const [order, state] = [textOf(query, 'order'), textOf(query, 'state')]
  return {
    order: ORDERS.find((one) => one === order) ?? 'name',
    state: STATES.find((one) => one === state) ?? 'all',
    section: textOf(query, 'section'),
  }
}
