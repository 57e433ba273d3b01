/** Whom the rules of the class name now, filtered, a page at a time. */

import type { ClassView } from '../../_server/classes/classes.ts'
import type { Grid } from '../../_server/classes/grid.ts'
import { readShownNames } from '../../_server/classes/shown-names.ts'
import { readAtRisk } from '../../_server/classes/statistics/at-risk.ts'
import { readAtRiskRules } from '../../_server/classes/statistics/at-risk-rules.ts'
import { LinkButton } from '../../_ui/link-button.tsx'
import { Pager } from '../../admin/_parts/pager.tsx'
import { pageOfRows, type Query } from '../../admin/_parts/query.ts'
import { NamesSwitch } from '../_parts/names-switch.tsx'
import { AtRiskTable } from './at-risk-table.tsx'
import { HowToRead } from './how-to-read.tsx'
import type { AtRiskQuery } from './kind-names.ts'
import { nameListed } from './name-listed.ts'

interface AtRiskSectionProps {
  readonly of: ClassView
  readonly grid: Grid
  readonly now: Date
  readonly path: string
  readonly asked: AtRiskQuery
  readonly query: Query
  readonly filters: Readonly<Record<string, string>>
  readonly mayChange: boolean
}

const PER_PAGE = 12

export async function AtRiskSection(props: AtRiskSectionProps) {
  const { of, grid, now, path, asked, query, filters, mayChange } = props
  const [rules, { nameOf, areHidden }] = await Promise.all([
    readAtRiskRules(of.id),
    readShownNames(of.id),
  ])
  const [listed = []] = await readAtRisk(grid, [rules], now)
  const shown = nameListed(grid, listed, nameOf)
    .filter(({ sectionId }) => asked.section === '' || sectionId === asked.section)
    .filter(({ reasons }) => asked.why === '' || reasons.some(({ kind }) => kind === asked.why))
  const { page, rows: onPage } = pageOfRows(query, shown, PER_PAGE)
  return (
    <>
      <p className="max-w-prose leading-relaxed">
        {shown.length} of {grid.learners.length} learners are named by the rules of the class. They
        stand in the order of their names: this is no ranking. Learners never see it.
      </p>
      <HowToRead of="the list of learners">
        <p>
          Each line gives what was seen and since when, and nothing else: there is no score. It is a
          reason to ask somebody how they are, and proves nothing. Work on paper, an illness or a
          step solved elsewhere look the same from here.
        </p>
      </HowToRead>
      <p className="mb-4 flex flex-wrap items-center gap-3">
        <LinkButton href={`${path}/rules`} look="secondary" size="small">
          {mayChange ? 'See and change the rules' : 'See the rules'}
        </LinkButton>
        <NamesSwitch areHidden={areHidden} />
      </p>
      {shown.length === 0 ? (
        <p className="text-muted">Nobody is named by the rules, or by these filters.</p>
      ) : (
        <>
          <AtRiskTable
            label="Learners who may need you"
            classId={of.id}
            listed={onPage}
            zone={of.timeZone}
          />
          <Pager {...{ path, filters, page }} perPage={PER_PAGE} total={shown.length} />
        </>
      )}
    </>
  )
}
