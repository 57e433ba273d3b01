/** One row for each level of consistency: what it promises, and whether the history keeps it. */
import type { JudgedLevel } from '../_worker/judgement.ts'
import { inSentence } from './in-sentence.ts'
import { VerdictWord } from './verdict-word.tsx'

interface LevelTableProps {
  readonly levels: readonly JudgedLevel[]
  /** Id of the level whose anomaly is shown. */
  readonly shown: string | undefined
  readonly onShow: (level: string) => void
}

export function LevelTable({ levels, shown, onShow }: LevelTableProps) {
  return (
    // A narrow screen stacks the cells of a row.
    <table className="block w-full text-left text-sm md:table">
      <caption className="sr-only">Levels of consistency, from the strongest down</caption>
      <thead className="max-md:sr-only md:table-header-group">
        <tr className="text-muted text-xs">
          <th scope="col" className="w-[38%] px-3 py-2 font-medium">
            Level
          </th>
          <th scope="col" className="w-44 px-3 py-2 font-medium">
            Verdict
          </th>
          <th scope="col" className="px-3 py-2 font-medium">
            What happened
          </th>
        </tr>
      </thead>
      <tbody className="block md:table-row-group">
        {levels.map((level, index) => (
          <LevelRow
            key={level.id}
            {...{ level, onShow }}
            isShown={level.id === shown}
            sameAs={levels.slice(index + 1).find((other) => isSameAnomaly(level, other))?.name}
          />
        ))}
      </tbody>
    </table>
  )
}

interface LevelRowProps {
  readonly level: JudgedLevel
  readonly isShown: boolean
  /** A level further down with the same anomaly, which is told there. */
  readonly sameAs: string | undefined
  readonly onShow: (level: string) => void
}

function LevelRow({ level, isShown, sameAs, onShow }: LevelRowProps) {
  const { id, name, promise, verdict, followsFrom, story } = level
  const cell = 'block px-3 py-1 align-top md:table-cell md:py-3'
  return (
    <tr
      className={`block border-line border-t py-2 md:table-row md:py-0 ${isShown ? 'shadow-[inset_3px_0_0_var(--violation)]' : ''}`}
    >
      <th scope="row" className={`${cell} font-normal`}>
        <span className="font-medium">{name}</span>
        <span className="mt-0.5 block text-muted">{promise}</span>
      </th>
      <td className={cell}>
        <VerdictWord verdict={verdict.verdict} />
      </td>
      <td className={cell}>
        <What {...{ verdict, followsFrom, sameAs }} />
        {story === undefined ? null : (
          <button
            type="button"
            aria-pressed={isShown}
            aria-label={`${isShown ? 'Shown below' : 'Show it below'}: ${name}`}
            onClick={() => onShow(id)}
            className="mt-1 block min-h-8 font-medium text-accent underline underline-offset-4"
          >
            {isShown ? 'Shown below' : 'Show it below'}
          </button>
        )}
      </td>
    </tr>
  )
}

function isSameAnomaly({ verdict: a }: JudgedLevel, { verdict: b }: JudgedLevel): boolean {
  return a.verdict === 'fail' && b.verdict === 'fail' && a.anomaly.message === b.anomaly.message
}

type WhatProps = Pick<JudgedLevel, 'verdict' | 'followsFrom'> & Pick<LevelRowProps, 'sameAs'>

function What({ verdict, followsFrom, sameAs }: WhatProps) {
  if (followsFrom !== undefined) {
    return <span className="text-muted">Follows from {inSentence(followsFrom)}.</span>
  }
  if (sameAs !== undefined) {
    return <span className="text-muted">The same as for {inSentence(sameAs)}.</span>
  }
  switch (verdict.verdict) {
    case 'pass':
      return <span className="text-muted max-md:hidden">–</span>
    case 'fail':
      return <span className="break-words">{verdict.anomaly.message}</span>
    case 'unknown':
      return <span className="break-words text-muted">{verdict.why}</span>
  }
}
