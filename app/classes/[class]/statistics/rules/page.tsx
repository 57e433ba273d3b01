/** The rules by which learners are listed, tried on the class of now before they are kept. */
import type { Metadata } from 'next'
import { rulesProblem } from '../../../../_classes/at-risk/rules.ts'
import { requireClass } from '../../../../_server/authorise/page-door.ts'
import { readClass } from '../../../../_server/classes/classes.ts'
import { readGrid } from '../../../../_server/classes/grid.ts'
import { readShownNames } from '../../../../_server/classes/shown-names.ts'
import { readAtRisk } from '../../../../_server/classes/statistics/at-risk.ts'
import {
  AtRiskForm,
  formOf,
  readAtRiskRules,
  rulesOf,
} from '../../../../_server/classes/statistics/at-risk-rules.ts'
import { requestTime } from '../../../../_server/request-time.ts'
import { type Query, textOf } from '../../../../admin/_parts/query.ts'
import { ClassForm } from '../../../_forms/class-form.tsx'
import { ClassPage, ClassSection } from '../../../_parts/class-page.tsx'
import { NamesSwitch } from '../../../_parts/names-switch.tsx'
import { RulesForm } from '../../../_statistics/rules-form.tsx'
import { RulesPreview } from '../../../_statistics/rules-preview.tsx'

export const metadata: Metadata = { title: 'Rules of who may need you' }

interface RulesPageProps {
  readonly params: Promise<{ readonly class: string }>
  /** With `preview`: the rules to try. */
  readonly searchParams: Promise<Query>
}

export default async function RulesPage({ params, searchParams }: RulesPageProps) {
  const { class: classId } = await params
  const { role, may } = await requireClass('class.see-progress', classId)
  const now = requestTime()
  const [of, kept, grid, names, query] = await Promise.all([
    readClass(classId),
    readAtRiskRules(classId),
    readGrid(classId, now),
    readShownNames(classId),
    searchParams,
  ])
  const form =
    textOf(query, 'preview') === ''
      ? undefined
      : AtRiskForm.safeParse(Object.fromEntries(fields(query)))
  const typed = form?.data === undefined ? kept : rulesOf(form.data)
  const problem = form?.error?.issues[0]?.message ?? rulesProblem(typed)
  const tried = problem === undefined ? typed : kept
  const [listed = [], listedBefore = []] = await readAtRisk(grid, [tried, kept], now)
  const isTried = form !== undefined && problem === undefined
  return (
    <ClassPage
      of={of}
      role={role}
      here="/statistics"
      title="Rules of who may need you"
      lead="A rule names learners, with the reason and since when. Try rules first: the page shows whom they would name now, and keeps nothing."
    >
      <RulesForm path={`/classes/${classId}/statistics/rules`} rules={typed} />
      <p role="alert" className="mt-3 text-violation empty:hidden">
        {problem ?? ''}
      </p>
      <ClassSection id="listed" title={isTried ? 'By these rules' : 'By the rules that are kept'}>
        {isTried && may('class.change') ? (
          <div className="mb-6">
            <ClassForm
              method="POST"
              path={`/api/classes/${classId}/at-risk`}
              fields={[]}
              extra={formOf(tried)}
              button="Keep these rules"
              done="Kept: the list follows them from now on."
            />
          </div>
        ) : null}
        <p className="mb-3">
          <NamesSwitch areHidden={names.areHidden} />
        </p>
        <RulesPreview {...{ of, grid }} kept={listedBefore} tried={listed} nameOf={names.nameOf} />
      </ClassSection>
    </ClassPage>
  )
}

function fields(query: Query): readonly (readonly [string, string])[] {
  return Object.keys(query).map((name) => [name, textOf(query, name)])
}
