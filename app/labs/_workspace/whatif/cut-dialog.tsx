'use client'
/** Cuts the network from the cursor on: who is cut off, in which direction, and for how long. */
import { Scissors } from 'lucide-react'
import { type ReactElement, useState } from 'react'
import { formatSeconds, type Micros } from '#core'
import { Button } from '../../../_ui/button.tsx'
import { Dialog, DialogClose } from '../../../_ui/dialog.tsx'
import type { CutPlan } from './script-edit.ts'

interface CutDialogProps {
  /** Nodes and clients. */
  readonly places: readonly string[]
  readonly at: Micros
  readonly isDisabled: boolean
  readonly onCut: (plan: CutPlan) => void
}

export function CutDialog({ places, at, isDisabled, onCut }: CutDialogProps) {
  const trigger: ReactElement = (
    <Button look="secondary" size="small" disabled={isDisabled} className="pointer-coarse:min-h-11">
      <Scissors aria-hidden="true" className="size-3.5" />
      Cut…
    </Button>
  )
  return (
    <Dialog
      trigger={trigger}
      title="Cut the network"
      description={`From ${formatSeconds(at)} on, nothing passes between the chosen ones and the others.`}
    >
      <CutForm {...{ places, at, onCut }} />
    </Dialog>
  )
}

const HEAL_MS = { initial: 500, min: 1, max: 100_000 }

function CutForm({ places, at, onCut }: Omit<CutDialogProps, 'isDisabled'>) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [isOneWay, setIsOneWay] = useState(false)
  const [heals, setHeals] = useState(false)
  const [healAfterMs, setHealAfterMs] = useState(String(HEAL_MS.initial))
  const others = places.filter((place) => !chosen.has(place))
  const delay = Number(healAfterMs)
  const problem = problemOf({ chosen, others, heals, delay })
  const toggle = (place: string) => {
    const next = new Set(chosen)
    if (!next.delete(place)) next.add(place)
    setChosen(next)
  }
  return (
    <form className="space-y-4 text-sm" onSubmit={(event) => event.preventDefault()}>
      <fieldset>
        <legend className="font-medium">Cut off</legend>
        <div className="mt-1 flex flex-wrap gap-x-5">
          {places.map((place) => (
            <CheckBox key={place} isOn={chosen.has(place)} onToggle={() => toggle(place)}>
              {place}
            </CheckBox>
          ))}
        </div>
      </fieldset>
      <CheckBox isOn={isOneWay} onToggle={() => setIsOneWay(!isOneWay)}>
        One way: what they send is lost, what the others send still arrives
      </CheckBox>
      <div className="flex flex-wrap items-center gap-2">
        <CheckBox isOn={heals} onToggle={() => setHeals(!heals)}>
          Heal after
        </CheckBox>
        <input
          type="number"
          aria-label="Heal after so many milliseconds"
          value={healAfterMs}
          min={HEAL_MS.min}
          max={HEAL_MS.max}
          disabled={!heals}
          onChange={({ target }) => setHealAfterMs(target.value)}
          className="min-h-8 w-28 rounded-md border border-line-strong bg-page px-2 tabular-nums disabled:opacity-55"
        />
        ms
      </div>
      <p role="status" className="min-h-5 text-muted">
        {problem ?? sentenceOf({ chosen: [...chosen], others, isOneWay })}
      </p>
      <div className="flex justify-end gap-2">
        <DialogClose render={<Button look="secondary" />}>Leave it whole</DialogClose>
        <DialogClose
          render={<Button disabled={problem !== undefined} />}
          onClick={() =>
            onCut({
              chosen: places.filter((place) => chosen.has(place)),
              others,
              isOneWay,
              at,
              healAfterMs: heals ? delay : undefined,
            })
          }
        >
          Cut and run
        </DialogClose>
      </div>
    </form>
  )
}

interface Choice {
  readonly chosen: ReadonlySet<string>
  readonly others: readonly string[]
  readonly heals: boolean
  readonly delay: number
}

function problemOf({ chosen, others, heals, delay }: Choice): string | undefined {
  if (chosen.size === 0) return 'Choose who is cut off.'
  if (others.length === 0) return 'Leave somebody on the other side.'
  if (heals && !(delay >= HEAL_MS.min && delay <= HEAL_MS.max)) {
    return `Heal after ${HEAL_MS.min} to ${HEAL_MS.max} milliseconds.`
  }
  return undefined
}

function sentenceOf({
  chosen,
  others,
  isOneWay,
}: Pick<CutPlan, 'chosen' | 'others' | 'isOneWay'>): string {
  const [a, b] = [chosen.join(', '), others.join(', ')]
  return isOneWay ? `Nothing from ${a} reaches ${b}.` : `${a} and ${b} cannot reach each other.`
}

function CheckBox({
  isOn,
  onToggle,
  children,
}: {
  readonly isOn: boolean
  readonly onToggle: () => void
  readonly children: string
}) {
  return (
    <label className="flex min-h-8 items-center gap-2 pointer-coarse:min-h-11">
      <input type="checkbox" checked={isOn} onChange={onToggle} className="accent-accent" />
      {children}
    </label>
  )
}
