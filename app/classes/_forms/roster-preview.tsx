/** What an import would do, line by line, and the lines that are wrong. */
import type { RosterProblem } from '../../_classes/roster/parse-roster.ts'
import type { RosterPlan } from '../../_classes/roster/plan-roster.ts'
import { Cell, Table } from '../../admin/_parts/table.tsx'

const EFFECTS = { new: 'new', changed: 'changes', same: 'stays as it is' } as const

/** More are counted, and not shown. */
const SHOWN_MAX = 200

export function RosterPreview({
  lines,
  newSections,
  problems,
}: RosterPlan & { readonly problems: readonly RosterProblem[] }) {
  const count = (effect: keyof typeof EFFECTS) =>
    lines.filter((line) => line.effect === effect).length
  return (
    <div className="grid gap-5">
      <p>
        {count('new')} new, {count('changed')} changed, {count('same')} as they are.
        {newSections.length === 0 ? '' : ` Sections to be made: ${newSections.join(', ')}.`}
      </p>
      {problems.length === 0 ? null : (
        <div className="rounded-md border border-violation p-4">
          <p className="font-semibold">
            {problems.length === 1 ? 'One line is' : `${problems.length} lines are`} left out
          </p>
          <ul className="mt-1 list-disc pl-5 text-sm leading-relaxed">
            {problems.slice(0, SHOWN_MAX).map(({ line, message }) => (
              <li key={`${line} ${message}`}>
                Line {line}: {message}
              </li>
            ))}
          </ul>
        </div>
      )}
      {lines.length === 0 ? null : (
        <Table label="Lines to import" heads={['Line', 'E-mail', 'Name', 'Section', 'Effect']}>
          {lines.slice(0, SHOWN_MAX).map(({ line, email, name, section, effect }) => (
            <tr key={email} className="border-line border-b">
              <Cell isQuiet>{line}</Cell>
              <Cell>{email}</Cell>
              <Cell>{name}</Cell>
              <Cell>{section === '' ? '–' : section}</Cell>
              <Cell>{EFFECTS[effect]}</Cell>
            </tr>
          ))}
        </Table>
      )}
      {lines.length > SHOWN_MAX ? <p>… and {lines.length - SHOWN_MAX} more.</p> : null}
    </div>
  )
}
