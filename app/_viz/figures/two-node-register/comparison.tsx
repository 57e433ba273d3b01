/** The runs so far beside each other: what each choice gave and what it cost. */
import type { LinkFate } from '#content/lessons/the-three-of-cap-precisely/register-under-a-cut.scenario.ts'
import type { Policy } from '#systems/two-node-register/two-node-register.ts'
import type { RegisterRun } from './run.ts'
import { outcomeName, type Prediction } from './run-report.tsx'

export interface ComparedRun {
  readonly policy: Policy
  readonly fate: LinkFate
  readonly prediction: Prediction | undefined
  readonly run: RegisterRun
}

const FATE_NAMES: Readonly<Record<LinkFate, string>> = {
  whole: 'whole',
  cut: 'cut',
  healed: 'cut, healed',
}

export function Comparison({ runs }: { readonly runs: readonly ComparedRun[] }) {
  return (
    <div className="overflow-x-auto border-line border-t pt-4">
      <table className="w-full text-left text-sm">
        <caption className="pb-2 text-left font-medium">Your runs so far</caption>
        <thead>
          <tr className="border-line-strong border-b">
            {['n2 would', 'Link', 'c2 got', 'Consistent', 'All answered'].map((title) => (
              <th key={title} scope="col" className="whitespace-nowrap py-1.5 pr-4 font-semibold">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {runs.map(({ policy, fate, run }) => (
            <tr key={`${policy} ${fate}`} className="border-line border-b">
              <td className="py-1.5 pr-4">{policy}</td>
              <td className="whitespace-nowrap py-1.5 pr-4">{FATE_NAMES[fate]}</td>
              <td className="whitespace-nowrap py-1.5 pr-4">{whatTheReaderGot(run)}</td>
              <YesOrNo holds={run.isLinearizable} />
              <YesOrNo holds={run.allAnswered} />
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function YesOrNo({ holds }: { readonly holds: boolean }) {
  return (
    <td className={holds ? 'py-1.5 pr-4 text-pass' : 'py-1.5 pr-4 text-violation'}>
      {holds ? '✓ yes' : '✕ no'}
    </td>
  )
}

function whatTheReaderGot({ history }: RegisterRun): string {
  const read = history.find(({ command }) => command.kind === 'read')
  return read === undefined ? '' : outcomeName(read)
}
