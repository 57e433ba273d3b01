'use client'
/**
 * The figure of “The three of CAP, precisely”: predict, run, explain, compare. The run is
 * the real simulator's, here in the browser; everything said about it comes from its trace.
 */
import { RotateCcw } from 'lucide-react'
import { useState } from 'react'
import {
  INITIAL_VALUE,
  type LinkFate,
  registerUnderACut,
  SEED,
} from '#content/lessons/the-three-of-cap-precisely/register-under-a-cut.scenario.ts'
import type { Policy } from '#systems/two-node-register/two-node-register.ts'
import { Button } from '../../../_ui/button.tsx'
import { ChoiceGroup } from './choice-group.tsx'
import { type ComparedRun, Comparison } from './comparison.tsx'
import { runRegister } from './run.ts'
import { type Prediction, RunReport } from './run-report.tsx'

const POLICIES = [
  { id: 'answer', name: 'Answer', detail: 'with its own copy' },
  { id: 'refuse', name: 'Refuse', detail: 'with an error' },
  { id: 'wait', name: 'Wait', detail: 'and ask n1 again' },
] as const

const FATES = [
  { id: 'cut', name: 'Cut', detail: 'until the end' },
  { id: 'healed', name: 'Cut, then healed', detail: 'after 230 ms' },
  { id: 'whole', name: 'Whole', detail: 'all the time' },
] as const

const PREDICTIONS = [
  { id: '42', name: '42' },
  { id: '7', name: '7' },
  { id: 'error', name: 'An error' },
  { id: 'no answer', name: 'No answer' },
  { id: 'unsure', name: 'Not sure' },
] as const

interface Choice {
  readonly policy: Policy
  readonly fate: LinkFate
}

const FIRST: Choice = { policy: 'answer', fate: 'cut' }

export function TwoNodeRegisterFigure() {
  const [choice, setChoice] = useState(FIRST)
  const [prediction, setPrediction] = useState<Prediction>()
  const [shown, setShown] = useState<ComparedRun>()
  const [compared, setCompared] = useState<readonly ComparedRun[]>([])

  const choose = (change: Partial<Choice>) => {
    setChoice({ ...choice, ...change })
    setPrediction(undefined)
    setShown(undefined)
  }
  const run = () => {
    const scenario = registerUnderACut(choice.policy, choice.fate)
    const made = { ...choice, prediction, run: runRegister(scenario, SEED, INITIAL_VALUE) }
    setShown(made)
    const others = compared.filter(
      ({ policy, fate }) => policy !== choice.policy || fate !== choice.fate,
    )
    setCompared([...others, made])
  }
  const reset = () => {
    choose(FIRST)
    setCompared([])
  }

  return (
    <div className="grid gap-5">
      <div className="grid gap-x-8 gap-y-5 sm:grid-cols-2">
        <ChoiceGroup
          legend="When n2 hears nothing from n1, it should"
          options={POLICIES}
          chosen={choice.policy}
          arrangement="column"
          onChoose={(policy) => choose({ policy })}
        />
        <ChoiceGroup
          legend="The link between n1 and n2 is"
          options={FATES}
          chosen={choice.fate}
          arrangement="column"
          onChoose={(fate) => choose({ fate })}
        />
      </div>
      <ChoiceGroup
        legend="Before you run it: what will c2 get?"
        options={PREDICTIONS}
        chosen={prediction}
        arrangement="row"
        onChoose={setPrediction}
      />
      <div className="flex gap-2">
        <Button onClick={run}>Run</Button>
        <Button look="quiet" onClick={reset}>
          <RotateCcw aria-hidden="true" className="size-4" />
          Reset
        </Button>
      </div>
      <p aria-live="polite" className="sr-only">
        {shown?.run.verdict}
      </p>
      {shown === undefined ? null : <RunReport {...shown} />}
      {compared.length < 2 ? null : <Comparison runs={compared} />}
    </div>
  )
}
