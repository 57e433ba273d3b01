'use client'
/** Choose two events of a run, say which came first, and compare what their clocks can tell. */
import { useState } from 'react'
import type { ClocksFigure } from '#content/schema/figure.ts'
import { Button } from '../../../_ui/button.tsx'
import { SelectField } from '../../../_ui/select-field.tsx'
import { ChoiceGroup } from '../choice-group.tsx'
import { runFigure } from '../run/run.ts'
import { UNSURE } from '../unsure.ts'
import { ClockDrawing } from './clock-drawing.tsx'
import { type ClockedEvent, clockedEvents, clockText, orderOf } from './clocks.ts'

const ANSWERS = [
  { id: 'before', name: 'The first' },
  { id: 'after', name: 'The second' },
  { id: 'concurrent', name: 'Neither', detail: 'they are concurrent' },
  UNSURE,
] as const

export function ClocksBench({ figure }: { readonly figure: ClocksFigure }) {
  const [run] = useState(() => runFigure(figure.run, figure.choice))
  const events = clockedEvents(run.trace, (body) => figure.run.isNoise?.(body) ?? false)
  const choices = events.map(({ letter, node }) => ({ id: letter, title: `${letter} on ${node}` }))
  const [first, setFirst] = useState(events[0]?.letter ?? '')
  const [second, setSecond] = useState(events.at(-1)?.letter ?? '')
  const [guess, setGuess] = useState<string>()
  const [isShown, setIsShown] = useState(false)
  const choose = (set: (letter: string) => void) => (letter: string) => {
    set(letter)
    setGuess(undefined)
    setIsShown(false)
  }
  const [a, b] = [first, second].map((letter) => events.find((event) => event.letter === letter))
  return (
    <div className="grid grid-cols-1 gap-5">
      <ClockDrawing
        nodes={run.trace.header.nodes}
        events={events}
        shows={figure.shows}
        chosen={[first, second]}
      />
      <div className="flex flex-wrap gap-5">
        <SelectField
          label="First event"
          choices={choices}
          value={first}
          onChange={choose(setFirst)}
        />
        <SelectField
          label="Second event"
          choices={choices}
          value={second}
          onChange={choose(setSecond)}
        />
      </div>
      <ChoiceGroup
        legend="Which of the two happened before the other?"
        options={ANSWERS}
        chosen={guess}
        arrangement="row"
        onChoose={setGuess}
      />
      <div>
        <Button onClick={() => setIsShown(true)} disabled={first === second}>
          Compare
        </Button>
      </div>
      <p aria-live="polite" className="text-sm">
        {isShown && a !== undefined && b !== undefined ? sayOrder(figure, { a, b, guess }) : ''}
      </p>
    </div>
  )
}

function sayOrder(
  { shows }: ClocksFigure,
  {
    a,
    b,
    guess,
  }: { readonly a: ClockedEvent; readonly b: ClockedEvent; readonly guess: string | undefined },
): string {
  const order = orderOf(a, b)
  const said = {
    before: `${a.letter} happened before ${b.letter}: a chain of messages and steps leads from one to the other.`,
    after: `${b.letter} happened before ${a.letter}: a chain of messages and steps leads from one to the other.`,
    concurrent: `${a.letter} and ${b.letter} are concurrent: no chain leads from either to the other.`,
  }[order]
  const clocks = `${clockText(a, shows)} and ${clockText(b, shows)}`
  const tells =
    shows === 'vector'
      ? `Their vectors ${clocks} say so.`
      : order === 'concurrent' && a.lamport !== b.lamport
        ? `Their numbers ${clocks} are in order all the same, so numbers alone cannot tell.`
        : `Their numbers are ${clocks}; numbers alone cannot tell this from chance.`
  return `${guess === order ? 'As you said. ' : ''}${said} ${tells}`
}
