'use client'
/** Before an interview: how long, with or without a clock, and what will be asked for. */
import { useState } from 'react'
import { Html } from '../../_quiz/html.tsx'
import { Button } from '../../_ui/button.tsx'
import { ChoiceGroup } from '../../_viz/figures/choice-group.tsx'
import type { Prompt, Scenario } from './prompts.ts'

const LENGTHS = [
  { id: '20', name: '20 minutes' },
  { id: '45', name: '45 minutes' },
] as const
const CLOCKS = [
  { id: 'on', name: 'With a clock' },
  { id: 'off', name: 'Without one' },
] as const

export function InterviewStart({
  scenario,
  prompts,
  onBegin,
}: {
  readonly scenario: Scenario
  readonly prompts: readonly Prompt[]
  readonly onBegin: (options: { readonly minutes: 20 | 45; readonly isTimed: boolean }) => void
}) {
  const [length, setLength] = useState<'20' | '45'>(scenario.minutes === 20 ? '20' : '45')
  const [clock, setClock] = useState<'on' | 'off'>('on')
  const minutes = length === '20' ? 20 : 45
  return (
    <div className="grid max-w-2xl gap-6">
      <Html html={scenario.prompt} className="text-lg!" />
      <p className="text-muted leading-relaxed">
        {prompts.length} prompts, about {Math.floor(minutes / prompts.length)} minutes each. Speak
        aloud and write down what you would say: the rubric comes afterwards, and is held against
        what you wrote. Your notes are kept in this browser and on the server.
      </p>
      <ChoiceGroup
        legend="How long?"
        options={LENGTHS}
        chosen={length}
        arrangement="row"
        onChoose={setLength}
      />
      <ChoiceGroup
        legend="A clock?"
        options={CLOCKS}
        chosen={clock}
        arrangement="row"
        onChoose={setClock}
      />
      <div>
        <Button size="large" onClick={() => onBegin({ minutes, isTimed: clock === 'on' })}>
          Begin
        </Button>
      </div>
    </div>
  )
}
