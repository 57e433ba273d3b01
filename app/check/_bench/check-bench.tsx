'use client'
/** The page as a whole: a text comes in, a question is asked about it, a verdict comes out. */
import { useId, useRef, useState } from 'react'
import { BadInputNotice } from './bad-input.tsx'
import type { BenchState, Reading } from './bench-state.ts'
import { HistoryPanel } from './history-panel.tsx'
import { InputPanel } from './input-panel.tsx'
import { QuestionForm } from './question-form.tsx'
import { ReadingSummary } from './reading-summary.tsx'
import { ResultPanel } from './result-panel.tsx'
import { Story } from './story.tsx'
import { useBench } from './use-bench.ts'
import { useInputs } from './use-inputs.ts'

export function CheckBench() {
  const bench = useBench()
  const inputs = useInputs(bench)
  const { reading, checking } = bench.state
  const errorId = useId()
  const result = useRef<HTMLDivElement>(null)
  const showing = (start: () => void) => {
    start()
    if (result.current !== null) bringUp(result.current)
  }
  return (
    <div className="grid gap-10">
      <div className="grid gap-8 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="min-w-0">
          <InputPanel
            source={inputs.source}
            errorId={reading.kind === 'bad-input' ? errorId : undefined}
            onSource={inputs.setSource}
            onExample={(id) => showing(() => inputs.openExample(id))}
          />
          <div className="mt-4 min-h-24">
            <ReadingNotice id={errorId} reading={reading} />
          </div>
        </div>
        <QuestionForm
          question={inputs.question}
          reading={inputs.reading}
          canCheck={reading.kind === 'read' && checking.kind !== 'checking'}
          onQuestion={inputs.setQuestion}
          onReading={inputs.setReading}
          onCheck={() => showing(inputs.check)}
        />
      </div>
      <div ref={result} className="scroll-mt-20">
        <Outcome state={bench.state} onCancel={bench.cancel} />
      </div>
    </div>
  )
}

/** Scrolls only when what is to come would hardly be seen. */
function bringUp(element: HTMLElement): void {
  const isSeen = element.getBoundingClientRect().top < window.innerHeight * SEEN_SHARE
  if (!isSeen) element.scrollIntoView({ block: 'start' })
}

const SEEN_SHARE = 0.8

function ReadingNotice({ id, reading }: { readonly id: string; readonly reading: Reading }) {
  switch (reading.kind) {
    case 'nothing':
      return null
    case 'reading':
      return (
        <p role="status" className="text-muted text-sm">
          Reading …
        </p>
      )
    case 'bad-input':
      return <BadInputNotice id={id} problem={reading.problem} />
    case 'read':
      return <ReadingSummary read={reading.read} />
  }
}

/** What somebody looks at; it ends with the history or the verdict that it was chosen in. */
interface Focus {
  readonly of: object
  readonly level?: string
  readonly cursor?: number
}

interface OutcomeProps {
  readonly state: BenchState
  readonly onCancel: () => void
}

function Outcome({ state, onCancel }: OutcomeProps) {
  const { reading, checking } = state
  const [chosen, choose] = useState<Focus>()
  const story = useRef<HTMLDivElement>(null)
  const judgement = checking.kind === 'judged' ? checking.judgement : undefined
  const read = reading.kind === 'read' ? reading.read : undefined
  const subject = judgement ?? read
  const focus = chosen?.of === subject ? chosen : undefined
  const shownId = focus?.level ?? judgement?.telling
  const shown = judgement?.levels.find(({ id }) => id === shownId)
  const anomaly = shown?.verdict.verdict === 'fail' ? shown.verdict.anomaly : undefined
  const marked = shown?.story?.steps.map(({ operation }) => operation) ?? []
  const cursor = focus?.cursor ?? marked[0] ?? 0
  const moveTo = (operation: number) => {
    if (subject !== undefined) choose({ ...focus, of: subject, cursor: operation })
  }
  const show = (level: string) => {
    if (subject !== undefined) choose({ of: subject, level })
    story.current?.scrollIntoView({ block: 'start' })
  }
  return (
    <div className="grid gap-10">
      <ResultPanel {...{ state, onCancel }} shown={shown?.id} onShow={show} />
      {read === undefined ? null : (
        <>
          <div ref={story} className="scroll-mt-20 empty:hidden">
            {shown === undefined ? null : (
              <Story level={shown} cursor={cursor} onOperation={moveTo} />
            )}
          </div>
          <HistoryPanel
            {...{ read, marked, cursor }}
            relations={anomaly?.relations ?? []}
            onCursor={moveTo}
          />
        </>
      )}
    </div>
  )
}
