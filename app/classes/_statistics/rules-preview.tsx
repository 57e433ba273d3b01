/** Who would be listed by other rules, and how that differs from the list of now. */
import type { ListedLearner } from '../../_classes/at-risk/list.ts'
import type { ClassView } from '../../_server/classes/classes.ts'
import type { Grid } from '../../_server/classes/grid.ts'
import type { ShownNames } from '../../_server/classes/shown-names.ts'
import { AtRiskTable } from './at-risk-table.tsx'
import { nameListed } from './name-listed.ts'

interface RulesPreviewProps {
  readonly of: ClassView
  readonly grid: Grid
  /** By the rules that are kept. */
  readonly kept: readonly ListedLearner[]
  /** By those that are tried. */
  readonly tried: readonly ListedLearner[]
  readonly nameOf: ShownNames['nameOf']
}

export function RulesPreview({ of, grid, kept, tried, nameOf }: RulesPreviewProps) {
  const named = nameListed(grid, tried, nameOf)
  const before = nameListed(grid, kept, nameOf)
  const added = without(named, before)
  const gone = without(before, named)
  return (
    <>
      <p className="max-w-prose leading-relaxed">
        {named.length} of {grid.learners.length} learners would be listed; by the rules that are
        kept it is {before.length}.
      </p>
      <NameLine title="New on the list" names={added} />
      <NameLine title="No longer on it" names={gone} />
      {named.length === 0 ? null : (
        <div className="mt-5">
          <AtRiskTable
            label="Who would be listed"
            classId={of.id}
            listed={named}
            zone={of.timeZone}
          />
        </div>
      )}
    </>
  )
}

interface NamedPerson {
  readonly userId: string
  readonly name: string
}

function without(all: readonly NamedPerson[], others: readonly NamedPerson[]): readonly string[] {
  const known = new Set(others.map(({ userId }) => userId))
  return all.flatMap(({ userId, name }) => (known.has(userId) ? [] : name))
}

function NameLine({ title, names }: { readonly title: string; readonly names: readonly string[] }) {
  return names.length === 0 ? null : (
    <p className="mt-2 max-w-prose text-sm leading-relaxed">
      <span className="font-medium">
        {title} ({names.length}):
      </span>{' '}
      {names.join(', ')}
    </p>
  )
}
