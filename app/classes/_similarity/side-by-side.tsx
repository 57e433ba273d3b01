/** Two programs beside each other, with the stretches that both have marked and numbered. */
import { clsx } from 'clsx'
import type { Lines, Region } from '../../_classes/similarity/regions.ts'
import type { HandedIn } from '../../_server/classes/similarity.ts'
import { ScrollArea } from '../../_ui/scroll-area.tsx'
import { Cell, Table } from '../../admin/_parts/table.tsx'
import { ClassTime } from '../_parts/class-time.tsx'

interface SideBySideProps {
  readonly left: HandedIn
  readonly right: HandedIn
  readonly regions: readonly Region[]
  readonly names: readonly [left: string, right: string]
  readonly zone: string
}

export function SideBySide({ left, right, regions, names, zone }: SideBySideProps) {
  const [leftName, rightName] = names
  return (
    <>
      <p className="mb-4 max-w-prose leading-relaxed">{summaryOf(regions)}</p>
      {regions.length === 0 ? null : (
        <Table
          label="Stretches that both have"
          heads={['Stretch', leftName, rightName, 'Equal tokens']}
        >
          {regions.map((region, at) => (
            <tr key={region.left.first} className="border-line border-b">
              <Cell>{at + 1}</Cell>
              <Cell>
                <LinesLink side="left" at={at} lines={region.left} of={leftName} />
              </Cell>
              <Cell>
                <LinesLink side="right" at={at} lines={region.right} of={rightName} />
              </Cell>
              <Cell isQuiet>{region.tokens}</Cell>
            </tr>
          ))}
        </Table>
      )}
      <div className="mt-6 grid gap-6 lg:grid-cols-2">
        <Code side="left" name={leftName} handed={left} {...{ regions, zone }} />
        <Code side="right" name={rightName} handed={right} {...{ regions, zone }} />
      </div>
    </>
  )
}

type Side = 'left' | 'right'

function summaryOf(regions: readonly Region[]): string {
  if (regions.length === 0) {
    return 'No stretch of code that counts is equal in both. What was given, and what many in the class have, is not marked.'
  }
  const tokens = regions.reduce((sum, one) => sum + one.tokens, 0)
  const stretches = regions.length === 1 ? 'One stretch' : `${regions.length} stretches`
  return `${stretches} with ${tokens} equal tokens in all. What was given, and what many in the class have, is not marked.`
}

interface LinesLinkProps {
  readonly side: Side
  readonly at: number
  readonly lines: Lines
  readonly of: string
}

function LinesLink({ side, at, lines: { first, last }, of }: LinesLinkProps) {
  return (
    <a
      href={`#${side}-${at + 1}`}
      className="whitespace-nowrap text-accent underline underline-offset-4"
    >
      lines {first}–{last}
      <span className="sr-only"> of {of}</span>
    </a>
  )
}

interface CodeProps extends Pick<SideBySideProps, 'regions' | 'zone'> {
  readonly side: Side
  readonly name: string
  readonly handed: HandedIn
}

function Code({ side, name, handed, regions, zone }: CodeProps) {
  const lines = handed.source.split('\n').map((text, at) => ({ text, number: at + 1 }))
  const isIn = (number: number) =>
    regions.findIndex((one) => one[side].first <= number && number <= one[side].last)
  return (
    <section aria-label={`Code of ${name}`} className="min-w-0">
      <h3 className="font-medium">{name}</h3>
      <p className="mb-2 text-muted text-sm">
        Handed in <ClassTime at={handed.createdAt} zone={zone} />
      </p>
      <ScrollArea
        label={`Lines of ${name}`}
        className="relative max-h-[40rem] rounded-md border border-line"
      >
        <table className="w-full border-collapse font-mono text-[13px] leading-5 [font-variant-ligatures:none]">
          <caption className="sr-only">Code of {name}, with the stretches that both have</caption>
          <thead className="sr-only">
            <tr>
              <th scope="col">Stretch</th>
              <th scope="col">Line</th>
              <th scope="col">Text</th>
            </tr>
          </thead>
          <tbody>
            {lines.map(({ text, number }) => {
              const at = isIn(number)
              return (
                <tr
                  key={number}
                  className={clsx(
                    'border-l-4',
                    at < 0 ? 'border-transparent' : 'border-accent bg-surface-strong',
                  )}
                >
                  <td className="w-8 select-none px-1 text-center align-top font-sans text-xs">
                    {regions[at]?.[side].first === number ? (
                      <Counterpart side={side} at={at} />
                    ) : null}
                  </td>
                  <td className="w-10 select-none px-1.5 text-right align-top text-muted tabular-nums">
                    {number}
                  </td>
                  <td className="whitespace-pre-wrap break-words pr-2 align-top">{text}</td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </ScrollArea>
    </section>
  )
}

/** The number of a stretch at its first line; it leads to the same stretch on the other side. */
function Counterpart({ side, at }: { readonly side: Side; readonly at: number }) {
  const other = side === 'left' ? 'right' : 'left'
  return (
    <a
      id={`${side}-${at + 1}`}
      href={`#${other}-${at + 1}`}
      className="inline-block min-h-6 min-w-6 font-semibold text-accent underline underline-offset-2"
    >
      {at + 1}
      <span className="sr-only">: begin of the stretch; go to it in the other code</span>
    </a>
  )
}
