/** What came of one run: the verdict, why, what holds, what was measured, and the drawing. */
import { CircleCheck, CircleX } from 'lucide-react'
import type { ReactNode } from 'react'
import type { RunFigure } from '#content/schema/figure.ts'
import { Tabs } from '../../../_ui/tabs.tsx'
import { MomentTable } from './moment-table.tsx'
import { type FigureRun, outcomeName } from './run.ts'
import { RunDrawing } from './run-drawing.tsx'

interface RunReportProps {
  readonly figure: RunFigure
  readonly run: FigureRun
  readonly prediction?: string | undefined
}

export function RunReport({ figure, run, prediction }: RunReportProps) {
  const { verdict, why, properties, measures = [] } = run.told
  return (
    <div className="grid grid-cols-1 gap-4 border-line border-t pt-5">
      <div>
        <p className="font-semibold text-base">{verdict}</p>
        <p className="mt-1 text-muted text-sm">
          {comparePrediction(figure, run, prediction)} {why}
        </p>
        <ul className="mt-3 flex flex-wrap gap-x-5 gap-y-1 text-sm">
          {properties.map(({ name, holds }) => (
            <Property key={name} holds={holds}>
              {name}
            </Property>
          ))}
        </ul>
        {measures.length === 0 ? null : (
          <dl className="mt-3 flex flex-wrap gap-x-6 gap-y-1 text-sm">
            {measures.map(({ name, value }) => (
              <div key={name} className="flex gap-2">
                <dt className="text-muted">{name}</dt>
                <dd className="font-medium tabular-nums">{value}</dd>
              </div>
            ))}
          </dl>
        )}
      </div>
      <Tabs
        label="The run"
        items={[
          { id: 'drawing', title: 'Drawing', content: <RunDrawing figure={figure} run={run} /> },
          { id: 'events', title: 'Events', content: <MomentTable figure={figure} run={run} /> },
        ]}
      />
    </div>
  )
}

function Property({ holds, children }: { readonly holds: boolean; readonly children: ReactNode }) {
  const Icon = holds ? CircleCheck : CircleX
  return (
    <li className="flex items-center gap-1.5">
      <Icon
        aria-hidden="true"
        className={`size-4 shrink-0 ${holds ? 'text-pass' : 'text-violation'}`}
      />
      <span>
        <span className="sr-only">{holds ? 'Yes: ' : 'No: '}</span>
        {children}
      </span>
    </li>
  )
}

function comparePrediction(
  figure: RunFigure,
  { told }: FigureRun,
  prediction: string | undefined,
): string {
  if (prediction === undefined || prediction === 'unsure') return ''
  const came = outcomeName(figure, told.outcome)
  return prediction === told.outcome
    ? `You predicted that: ${came}.`
    : `You predicted ${outcomeName(figure, prediction)}; it came out as ${came}.`
}
