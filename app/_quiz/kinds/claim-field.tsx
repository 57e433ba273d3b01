/** Which claims did this history break? The history is drawn, and stands in a table as well. */
import { type Operation, readHistory } from '#core'
import { BoardDrawing } from '../../_viz/figures/timeline/board.tsx'
import { labelOf } from '../../_viz/figures/timeline/board-layout.ts'
import type { FieldProps } from './kind-props.ts'
import { OptionList } from './option-list.tsx'

export function ClaimField({ question, answer, onAnswer, answerKey }: FieldProps<'claim'>) {
  return (
    <>
      <HistoryShown history={question.history} />
      <OptionList
        legend="Pick every claim that the history breaks; none if it keeps them all"
        take="some"
        options={question.claims.map(({ id, name, sentence }) => ({
          id,
          html: name,
          detail: sentence,
        }))}
        chosen={answer?.kind === 'some' ? answer.options : []}
        judged={answerKey?.claims.map(({ isBroken, ...claim }) => ({
          ...claim,
          isRight: isBroken,
        }))}
        words={{ right: 'Broken', wrong: 'Kept' }}
        onChoose={(options) => onAnswer({ kind: 'some', options: [...options] })}
      />
    </>
  )
}

function HistoryShown({ history: text }: { readonly history: string }) {
  const { history } = readHistory(text)
  return (
    <div className="mb-5">
      <BoardDrawing history={history} summary={sentences(history.operations)} />
      <details className="mt-2">
        <summary className="min-h-8 content-center text-sm">The same as a table</summary>
        <table className="mt-2 w-full border-collapse text-left text-sm">
          <thead>
            <tr className="border-line border-b text-muted">
              <th className="py-1 pr-4 font-medium">Client</th>
              <th className="py-1 pr-4 font-medium">Operation</th>
              <th className="py-1 pr-4 font-medium">From</th>
              <th className="py-1 font-medium">To</th>
            </tr>
          </thead>
          <tbody>
            {history.operations.map((operation) => (
              <tr key={operation.id} className="border-line border-b">
                <td className="py-1 pr-4">{operation.process}</td>
                <td className="py-1 pr-4 font-mono">{labelOf(operation)}</td>
                <td className="py-1 pr-4 tabular-nums">{operation.call}</td>
                <td className="py-1 tabular-nums">{operation.return ?? 'unknown'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </div>
  )
}

function sentences(operations: readonly Operation[]): string {
  const lines = operations.map(
    (operation) =>
      `${operation.process}: ${labelOf(operation)}, from ${operation.call} to ${operation.return ?? 'unknown'}`,
  )
  return `Timeline of a history. ${lines.join('. ')}.`
}
