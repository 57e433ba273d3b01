'use client'
/**
 * What a person has put into the page: the text, how to read it, and the question. The
 * question follows the text until somebody changes it.
 */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { ReadHistory } from '#core'
import { EXAMPLES } from '../_examples/examples.ts'
import type { Question } from '../_worker/judgement.ts'
import { parseInitial } from './initial-value.ts'
import { EFFORT_USUAL, type QuestionChoice } from './question-choice.ts'
import { AUTOMATIC, type ReadingChoice, readOptions } from './reading-options.ts'
import type { Source } from './source.ts'
import { suggestQuestion } from './suggest-question.ts'
import type { Bench } from './use-bench.ts'

/** While somebody types, the text is read only when they pause. */
const PAUSE_MS = 250

export interface Inputs {
  readonly source: Source
  readonly reading: ReadingChoice
  readonly question: QuestionChoice
  readonly setSource: (source: Source) => void
  readonly setReading: (reading: ReadingChoice) => void
  readonly setQuestion: (question: QuestionChoice) => void
  readonly openExample: (id: string) => void
  readonly check: () => void
}

export function useInputs(bench: Bench): Inputs {
  const [source, keepSource] = useState<Source>({ kind: 'typed', text: '' })
  const [reading, keepReading] = useState(AUTOMATIC)
  const [chosen, choose] = useState<QuestionChoice>()
  const timer = useRef(0)
  const isExample = useRef(false)
  const { state, read: readText, check: checkQuestion, forget } = bench
  const read = state.reading.kind === 'read' ? state.reading.read : undefined
  const question = useMemo(() => chosen ?? questionFor(read), [chosen, read])
  const check = useCallback(() => checkQuestion(asked(question)), [checkQuestion, question])

  const readSoon = (text: string, choice: ReadingChoice, delayMs: number) => {
    window.clearTimeout(timer.current)
    isExample.current = false
    timer.current = window.setTimeout(() => readText(text, readOptions(choice)), delayMs)
  }
  useEffect(() => () => window.clearTimeout(timer.current), [])
  // An example is checked as soon as the worker has read it.
  useEffect(() => {
    if (read === undefined || !isExample.current) return
    isExample.current = false
    check()
  }, [read, check])

  return {
    source,
    reading,
    question,
    check,
    setSource(next) {
      keepSource(next)
      choose(undefined)
      readSoon(next.text, reading, next.kind === 'typed' ? PAUSE_MS : 0)
    },
    setReading(next) {
      keepReading(next)
      readSoon(source.text, next, 0)
    },
    setQuestion(next) {
      choose(next)
      forget()
    },
    openExample(id) {
      const text = EXAMPLES.find((example) => example.id === id)?.text ?? ''
      keepSource({ kind: 'typed', text })
      keepReading(AUTOMATIC)
      choose(undefined)
      readSoon(text, AUTOMATIC, 0)
      isExample.current = true
    },
  }
}

function questionFor(read: ReadHistory | undefined): QuestionChoice {
  const { model, initial } =
    read === undefined ? { model: 'register', initial: null } : suggestQuestion(read.history)
  return { model, initial: JSON.stringify(initial), effort: EFFORT_USUAL }
}

/** The form lets only right initial values through. */
function asked({ model, initial, effort }: QuestionChoice): Question {
  const parsed = parseInitial(initial)
  return {
    model,
    initial: parsed.kind === 'value' ? parsed.value : null,
    stepsMax: Number(effort),
  }
}
