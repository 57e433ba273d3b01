/** Says where a text stops being a history, with a caret below the place. */
import type { BadInput } from '../_worker/messages.ts'

export function BadInputNotice({
  id,
  problem,
}: {
  readonly id: string
  readonly problem: BadInput
}) {
  const { line, column, found, expected, excerpt, caret } = problem
  return (
    <div id={id} role="alert" className="rounded-md border border-fault p-4 text-sm">
      <p className="font-semibold text-fault">
        Line {line}, column {column}
      </p>
      {excerpt === '' ? null : (
        // Decorated text: the sentences below say the same.
        <pre
          aria-hidden="true"
          className="mt-2 overflow-x-auto rounded bg-surface px-3 py-2 font-mono text-xs leading-5"
        >
          {excerpt}
          {'\n'}
          <span className="text-fault">{`${' '.repeat(caret)}^`}</span>
        </pre>
      )}
      <dl className="mt-2 grid grid-cols-[auto_1fr] gap-x-3 gap-y-1">
        <dt className="text-muted">Found</dt>
        <dd className="min-w-0 break-words">{found}</dd>
        <dt className="text-muted">Expected</dt>
        <dd className="min-w-0 break-words">{expected}</dd>
      </dl>
    </div>
  )
}
