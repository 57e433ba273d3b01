/** What came of one run: the verdict, what each client got, why, and the drawing. */
import { CircleCheck, CircleX } from 'lucide-react'
import type { ReactNode } from 'react'
import { Tabs } from '../../../_ui/tabs.tsx'
import { drawingOf } from './drawing.ts'
import { momentsOf } from './moments.ts'
import type { RegisterRun } from './run.ts'
import { SpaceTime } from './space-time.tsx'

/** What c2 may get, and `unsure`. */
export type Prediction = '42' | '7' | 'error' | 'no answer' | 'unsure'

const UNTIL_MICROS = 480_000

export function RunReport({
  run,
  prediction,
}: {
  readonly run: RegisterRun
  readonly prediction: Prediction | undefined
}) {
  return (
    <div className="grid gap-4 border-line border-t pt-5">
      <div>
        <p className="font-semibold text-base">{run.verdict}</p>
        <p className="mt-1 text-muted text-sm">
          {comparePrediction(run, prediction)} {run.why}
        </p>
        <ul className="mt-3 flex flex-wrap gap-x-5 gap-y-1 text-sm">
          <Property holds={run.isLinearizable}>consistent (linearizable)</Property>
          <Property holds={run.allAnswered}>every request answered</Property>
        </ul>
      </div>
      <Tabs
        label="The run"
        items={[
          { id: 'drawing', title: 'Drawing', content: <DrawingPanel run={run} /> },
          { id: 'events', title: 'Events', content: <MomentTable run={run} /> },
        ]}
      />
    </div>
  )
}

function Property({ holds, children }: { readonly holds: boolean; readonly children: ReactNode }) {
  const Icon = holds ? CircleCheck : CircleX
  return (
    <li className="flex items-center gap-1.5">
      <Icon aria-hidden="true" className={holds ? 'size-4 text-pass' : 'size-4 text-violation'} />
      <span>
        <span className="sr-only">{holds ? 'Yes: ' : 'No: '}</span>
        {children}
      </span>
    </li>
  )
}

function DrawingPanel({ run }: { readonly run: RegisterRun }) {
  return (
    <>
      <SpaceTime
        drawing={drawingOf(run.trace, UNTIL_MICROS)}
        summary={`Space-time drawing. ${run.lines.join('. ')}. ${run.verdict}`}
        staleOperation={run.staleOperation}
      />
      <p className="mt-2 text-muted text-xs">
        Thick lines are operations, solid arrows messages, dashed ones with ✕ lost messages; boxes
        show the value that a node holds. Seed {run.trace.header.seed}, trace{' '}
        <code className="font-mono">{run.traceHash}</code>.
      </p>
    </>
  )
}

function MomentTable({ run }: { readonly run: RegisterRun }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling area must be reachable by keyboard
    <section aria-label="Events of the run" tabIndex={0} className="max-h-96 overflow-auto">
      <table className="w-full text-left text-sm">
        <thead className="sticky top-0 bg-page">
          <tr className="border-line-strong border-b">
            <th scope="col" className="py-1.5 pr-4 font-semibold">
              Time
            </th>
            <th scope="col" className="py-1.5 pr-4 font-semibold">
              Who
            </th>
            <th scope="col" className="py-1.5 font-semibold">
              What
            </th>
          </tr>
        </thead>
        <tbody>
          {momentsOf(run.trace).map(({ event, at, who, what }) => (
            <tr key={event} className="border-line border-b">
              <td className="whitespace-nowrap py-1.5 pr-4 text-muted tabular-nums">
                {(at / 1_000).toFixed(1)} ms
              </td>
              <td className="py-1.5 pr-4 font-medium">{who}</td>
              <td className="py-1.5">{what}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function comparePrediction(run: RegisterRun, prediction: Prediction | undefined): string {
  if (prediction === undefined || prediction === 'unsure') return ''
  const read = run.history.find(({ command }) => command.kind === 'read')
  const got = read === undefined ? '' : outcomeName(read)
  return prediction === got
    ? `You predicted that: ${got}.`
    : `You predicted ${prediction}; c2 got ${got}.`
}

/** What the reader of a run got, in the words of the predictions. */
export function outcomeName({
  outcome,
  value,
}: {
  readonly outcome: 'ok' | 'fail' | 'info'
  readonly value: number | undefined
}): string {
  if (outcome === 'ok') return String(value)
  return outcome === 'fail' ? 'error' : 'no answer'
}
