'use client'
/** Sliders for N, R and W: say whether reads will be fresh, then run many seeds. */
import { useId, useState } from 'react'
import type { QuorumFigure } from '#content/schema/figure-measured.ts'
import { Button } from '../../../_ui/button.tsx'
import { ChoiceGroup } from '../choice-group.tsx'
import { UNSURE } from '../unsure.ts'
import { fitted, measureQuorum, type QuorumMeasure, quorumKey } from './measure-quorum.ts'
import { Overlap } from './overlap.tsx'
import { QuorumTable } from './quorum-table.tsx'

const ANSWERS = [
  { id: 'yes', name: 'Yes, in every run' },
  { id: 'no', name: 'No' },
  UNSURE,
] as const

export function QuorumBench({ figure }: { readonly figure: QuorumFigure }) {
  const [setting, setSetting] = useState(figure.first)
  const [guess, setGuess] = useState<string>()
  const [last, setLast] = useState<QuorumMeasure>()
  const [measures, setMeasures] = useState<readonly QuorumMeasure[]>([])
  const change = (part: Partial<QuorumFigure['first']>) => {
    setSetting(fitted({ ...setting, ...part }))
    setGuess(undefined)
    setLast(undefined)
  }
  const run = () => {
    const made = measureQuorum(figure, setting)
    setLast(made)
    const key = quorumKey(setting)
    setMeasures([...measures.filter((other) => quorumKey(other.setting) !== key), made])
  }
  const sizes = figure.sizes.map((size) => ({ id: String(size), name: String(size) }))
  return (
    <div className="grid grid-cols-1 gap-5">
      <ChoiceGroup
        legend="N: nodes that keep a copy"
        options={sizes}
        chosen={String(setting.n)}
        arrangement="row"
        onChoose={(n) => change({ n: Number(n) })}
      />
      <div className="grid gap-x-8 gap-y-4 sm:grid-cols-2">
        <Slider
          name="R: copies that a read waits for"
          value={setting.r}
          max={setting.n}
          onChange={(r) => change({ r })}
        />
        <Slider
          name="W: copies that a write waits for"
          value={setting.w}
          max={setting.n}
          onChange={(w) => change({ w })}
        />
      </div>
      <Overlap setting={setting} />
      <ChoiceGroup
        legend="Before you run it: will the histories be linearizable?"
        options={ANSWERS}
        chosen={guess}
        arrangement="row"
        onChoose={setGuess}
      />
      <div>
        <Button onClick={run}>Run {figure.seedCount} seeds</Button>
      </div>
      <p aria-live="polite" className="font-medium text-sm">
        {last === undefined ? '' : sayMeasure(last, { guess, seedCount: figure.seedCount })}
      </p>
      {measures.length === 0 ? null : (
        <QuorumTable figure={figure} measures={measures} caption="Your settings so far" />
      )}
    </div>
  )
}

function Slider({
  name,
  value,
  max,
  onChange,
}: {
  readonly name: string
  readonly value: number
  readonly max: number
  readonly onChange: (value: number) => void
}) {
  const id = useId()
  return (
    <div className="grid gap-1 text-sm">
      <label htmlFor={id} className="font-medium">
        {name}: <output htmlFor={id}>{value}</output>
      </label>
      <input
        id={id}
        type="range"
        min={1}
        max={max}
        value={value}
        onChange={({ target }) => onChange(Number(target.value))}
        className="min-h-11 accent-accent"
      />
    </div>
  )
}

function sayMeasure(
  { brokenSeeds, setting }: QuorumMeasure,
  { guess, seedCount }: { readonly guess: string | undefined; readonly seedCount: number },
): string {
  const overlaps = setting.r + setting.w > setting.n
  const compared = guess === (brokenSeeds === 0 ? 'yes' : 'no') ? 'As you said. ' : ''
  if (brokenSeeds === 0) {
    return `${compared}All ${seedCount} histories were linearizable${overlaps ? '' : ', although R + W ≤ N'}.`
  }
  const why = overlaps ? 'although R + W > N' : 'because R + W ≤ N'
  return `${compared}${brokenSeeds} of ${seedCount} histories were not linearizable, ${why}.`
}
