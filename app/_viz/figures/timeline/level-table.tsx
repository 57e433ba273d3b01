/** What the checkers say of a history, level by level. */
import type { HistoryVerdict } from '#core'
import { ScrollArea } from '../../../_ui/scroll-area.tsx'
import { ColumnHeads } from '../column-heads.tsx'
import type { JudgedLevel } from './judge-history.ts'

export function LevelTable({ levels }: { readonly levels: readonly JudgedLevel[] }) {
  return (
    <ScrollArea label="What the checkers say">
      <table className="w-full text-left text-sm">
        <thead>
          <ColumnHeads titles={['Level', 'Holds', 'Why']} />
        </thead>
        <tbody>
          {levels.map(({ id, name, promise, verdict }) => (
            <tr key={id} className="border-line border-b align-top">
              <th scope="row" className="py-1.5 pr-4 font-medium">
                {name}
              </th>
              <td className={`whitespace-nowrap py-1.5 pr-4 ${COLOURS[verdict.verdict]}`}>
                {WORDS[verdict.verdict]}
              </td>
              <td className="py-1.5 text-muted">{whyOf(verdict) ?? promise}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollArea>
  )
}

const WORDS = { pass: '✓ yes', fail: '✕ no', unknown: '? unknown' } as const
const COLOURS = { pass: 'text-pass', fail: 'text-violation', unknown: 'text-muted' } as const

function whyOf(verdict: HistoryVerdict): string | undefined {
  if (verdict.verdict === 'fail') return verdict.anomaly.message
  return verdict.verdict === 'unknown' ? verdict.why : undefined
}
