/** Point at the line that holds the bug: each line of the code is a radio button. */
import { clsx } from 'clsx'
import { useId } from 'react'
import type { CodeLine } from '#content/schema/compiled-question.ts'
import { Html } from '../html.tsx'
import { JudgedMark } from './judged-mark.tsx'
import type { FieldProps } from './kind-props.ts'

export function LineField({ question, answer, onAnswer, answerKey }: FieldProps<'bug'>) {
  const group = useId()
  const chosen = answer?.kind === 'line' ? answer.line : undefined
  return (
    <fieldset>
      <legend className="mb-3 font-medium text-sm">Pick the line that holds the bug</legend>
      <div className="relative overflow-x-auto rounded-md border border-line py-1.5">
        <div className="w-max min-w-full">
          {question.lines.map((line) => (
            <LineRow
              key={line.number}
              {...{ line, group, answerKey }}
              isChosen={chosen === line.number}
              onChoose={() => onAnswer({ kind: 'line', line: line.number })}
            />
          ))}
        </div>
      </div>
      {answerKey === undefined ? null : (
        <Lines answerKey={answerKey} lines={question.lines} chosen={chosen} />
      )}
    </fieldset>
  )
}

type Key = NonNullable<FieldProps<'bug'>['answerKey']>

function LineRow({
  line: { number, text, html },
  group,
  isChosen,
  answerKey,
  onChoose,
}: {
  readonly line: CodeLine
  readonly group: string
  readonly isChosen: boolean
  readonly answerKey: Key | undefined
  readonly onChoose: () => void
}) {
  const isBug = answerKey?.bugLines.includes(number) ?? false
  return (
    <label
      className={clsx(
        'flex min-h-7 items-center gap-2.5 px-3 font-mono text-[0.8125rem] hover:bg-surface',
        'has-[:focus-visible]:outline-2 has-[:focus-visible]:outline-accent -outline-offset-2',
        isChosen && 'bg-surface-strong',
        isBug && 'border-violation border-l-4 pl-2!',
      )}
    >
      <input
        type="radio"
        name={group}
        value={number}
        checked={isChosen}
        disabled={answerKey !== undefined}
        onChange={onChoose}
        className="size-3.5 shrink-0 accent-accent outline-none"
      />
      <span className="w-6 shrink-0 text-right text-muted tabular-nums">
        <span className="sr-only">Line </span>
        {number}
      </span>
      {html === '' ? (
        <code className="whitespace-pre">{text}</code>
      ) : (
        <code
          className="whitespace-pre"
          data-rehype-pretty-code-figure=""
          // Highlighted by the content build.
          dangerouslySetInnerHTML={{ __html: html }}
        />
      )}
    </label>
  )
}

function Lines({
  answerKey: { bugLines, tempting },
  lines,
  chosen,
}: {
  readonly answerKey: Key
  readonly lines: readonly CodeLine[]
  readonly chosen: number | undefined
}) {
  const textOf = (number: number) => lines[number - 1]?.text.trim() ?? ''
  const isRight = chosen !== undefined && bugLines.includes(chosen)
  return (
    <div className="mt-4 grid gap-3 text-sm">
      <p>
        <JudgedMark isRight={isRight} word={bugLines.length === 1 ? 'The line' : 'The lines'} />{' '}
        {bugLines.map((number) => (
          <span key={number} className="block">
            {number}: <code className="font-mono">{textOf(number)}</code>
          </span>
        ))}
      </p>
      <ul className="grid gap-2">
        {tempting.map(({ line, why }) => (
          <li key={line} className="rounded-md border border-line p-3">
            <p className="text-muted">
              Line {line}, <code className="font-mono">{textOf(line)}</code>, looks wrong and is
              not.
            </p>
            <Html html={why} className="mt-1 text-sm!" />
          </li>
        ))}
      </ul>
    </div>
  )
}
