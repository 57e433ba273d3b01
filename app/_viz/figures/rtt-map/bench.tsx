'use client'
/** Sites, a leader, a client: guess what an operation costs, then run it. */
import { useId, useState } from 'react'
import type { RttMapFigure, RttSetting } from '#content/schema/figure-measured.ts'
import { Button } from '../../../_ui/button.tsx'
import { ChoiceGroup } from '../choice-group.tsx'
import { describeLeg, type RttRun, runRtt, settingKey } from './rtt.ts'
import { RttTable } from './rtt-table.tsx'
import { SiteMap } from './site-map.tsx'

export function RttMapBench({ figure }: { readonly figure: RttMapFigure }) {
  const [setting, setSetting] = useState(() => firstSetting(figure))
  const [guess, setGuess] = useState('')
  const [shown, setShown] = useState<RttRun>()
  const [runs, setRuns] = useState<readonly RttRun[]>([])
  const choose = (change: Partial<RttSetting>) => {
    setSetting({ ...setting, ...change })
    setShown(undefined)
    setGuess('')
  }
  const run = () => {
    const made = runRtt(figure, setting)
    setShown(made)
    const key = settingKey(setting)
    setRuns([...runs.filter((other) => settingKey(other.setting) !== key), made])
  }
  return (
    <div className="grid grid-cols-1 gap-5">
      <SiteMap
        figure={figure}
        leader={setting.leader}
        client={setting.client}
        legs={shown?.legs ?? []}
      />
      <p className="text-muted text-xs">
        The filled site leads; the framed one has the client. Numbers are round trips.
      </p>
      <RttControls figure={figure} setting={setting} onChoose={choose} />
      <GuessField guess={guess} onGuess={setGuess} />
      <div>
        <Button onClick={run}>Run</Button>
      </div>
      <div aria-live="polite">
        {shown === undefined ? null : (
          <p className="text-sm">
            <span className="font-semibold">{sayLatency(shown, guess)}</span>{' '}
            <span className="text-muted">{sayLegs(figure, shown)}</span>
          </p>
        )}
      </div>
      {runs.length < 2 ? null : <RttTable figure={figure} runs={runs} caption="Your runs so far" />}
    </div>
  )
}

function firstSetting({ modes, operations, sites }: RttMapFigure): RttSetting {
  const [mode, operation, site] = [modes[0]?.id, operations[0]?.id, sites[0]?.id]
  return {
    mode: mode ?? '',
    operation: operation ?? '',
    leader: site ?? '',
    client: sites.at(-1)?.id ?? '',
  }
}

function RttControls({
  figure,
  setting,
  onChoose,
}: {
  readonly figure: RttMapFigure
  readonly setting: RttSetting
  readonly onChoose: (change: Partial<RttSetting>) => void
}) {
  const { modes, operations, sites } = figure
  const groups = [
    { id: 'mode', legend: 'A write is answered', options: modes },
    { id: 'operation', legend: 'The client asks for', options: operations },
    { id: 'leader', legend: 'The leader is in', options: sites },
    { id: 'client', legend: 'The client is in', options: sites },
  ] as const
  return (
    <div className="grid gap-x-8 gap-y-5 sm:grid-cols-2">
      {groups.map(({ id, legend, options }) => (
        <ChoiceGroup
          key={id}
          legend={legend}
          options={options}
          chosen={setting[id]}
          arrangement="column"
          onChoose={(chosen) => onChoose({ [id]: chosen })}
        />
      ))}
    </div>
  )
}

function GuessField({
  guess,
  onGuess,
}: {
  readonly guess: string
  readonly onGuess: (guess: string) => void
}) {
  const id = useId()
  return (
    <div className="flex flex-wrap items-center gap-3 text-sm">
      <label htmlFor={id} className="font-medium">
        Before you run it: how many milliseconds will it take?
      </label>
      <input
        id={id}
        type="number"
        min={0}
        value={guess}
        onChange={({ target }) => onGuess(target.value)}
        className="min-h-11 w-28 rounded-md border border-line-strong bg-page px-3"
      />
    </div>
  )
}

function sayLegs(figure: RttMapFigure, { legs }: RttRun): string {
  const far = legs.filter(({ ms }) => ms > 0)
  if (far.length === 0) return 'It waited for no other site.'
  return `It waited for: ${far.map((leg) => describeLeg(figure, leg)).join(', ')}.`
}

function sayLatency({ latencyMs }: RttRun, guess: string): string {
  if (latencyMs === undefined) return 'Nobody answered.'
  const took = `It took ${latencyMs} ms.`
  if (guess === '') return took
  return Number(guess) === latencyMs ? `${took} You said so.` : `${took} You said ${guess} ms.`
}
