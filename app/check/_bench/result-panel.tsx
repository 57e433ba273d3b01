'use client'
/** How far the check is, and what came of it. */
import type { ReactNode } from 'react'
import { stepsText } from '../../_ui/count-text.ts'
import type { BenchState } from './bench-state.ts'
import { LevelTable } from './level-table.tsx'
import { CheckProgress } from './progress.tsx'
import { verdictSentence } from './verdict-sentence.ts'

interface ResultPanelProps {
  readonly state: BenchState
  /** Id of the level whose anomaly is shown. */
  readonly shown: string | undefined
  readonly onShow: (level: string) => void
  readonly onCancel: () => void
}

export function ResultPanel(props: ResultPanelProps) {
  return (
    // Of a fixed least height, so that nothing below jumps while a check runs.
    <section aria-labelledby="result" className="min-h-72">
      <h2 id="result" className="font-semibold text-xl tracking-tight">
        Verdict
      </h2>
      <div className="mt-3">
        <Content {...props} />
      </div>
    </section>
  )
}

function Content({ state, shown, onShow, onCancel }: ResultPanelProps) {
  const { reading, checking, brokeDown } = state
  if (brokeDown !== undefined) {
    return (
      <Words>
        Netsplit itself failed: {brokeDown}. Your history is unchanged; try again, or load the page
        anew.
      </Words>
    )
  }
  switch (checking.kind) {
    case 'idle':
      return (
        <p className="text-muted">
          {reading.kind === 'read'
            ? 'Press Check to judge this history.'
            : 'Give a history, or try one of the examples.'}
        </p>
      )
    case 'checking':
      return <CheckProgress {...checking} onCancel={onCancel} />
    case 'cancelled':
      return (
        <Words>
          Cancelled after {stepsText(checking.steps)}. Nothing was decided; the history is still
          here.
        </Words>
      )
    case 'refused':
      return <Words>{checking.why}</Words>
    case 'judged':
      return (
        <>
          <p role="status" className="max-w-[65ch] text-lg leading-relaxed">
            {verdictSentence(checking.judgement)}
          </p>
          <div className="mt-5">
            <LevelTable levels={checking.judgement.levels} shown={shown} onShow={onShow} />
          </div>
        </>
      )
  }
}

function Words({ children }: { readonly children: ReactNode }) {
  return (
    <p role="status" className="max-w-[65ch]">
      {children}
    </p>
  )
}
