/** Points of a rubric to tick: did I say that? Each says what an interviewer listens for. */
import type { RubricPoint } from '#content/schema/compiled-question.ts'
import { InlineHtml } from '../html.tsx'

export function RubricList({
  part,
  rubric,
  found,
  isFixed,
  onFound,
}: {
  /** The id of the part, of which a point is named `part/index`. */
  readonly part: string
  readonly rubric: readonly RubricPoint[]
  readonly found: readonly string[]
  readonly isFixed: boolean
  readonly onFound: (found: readonly string[]) => void
}) {
  const toggle = (point: string) => {
    onFound(found.includes(point) ? found.filter((each) => each !== point) : [...found, point])
  }
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-2 font-medium text-sm">Tick what your answer says</legend>
      {rubric.map(({ point, listensFor }, index) => {
        const id = `${part}/${index}`
        return (
          <label
            key={id}
            className="flex items-start gap-3 rounded-md border border-line p-3 hover:bg-surface has-[:checked]:border-pass has-[:focus-visible]:outline-2 has-[:focus-visible]:outline-accent"
          >
            <input
              type="checkbox"
              checked={found.includes(id)}
              disabled={isFixed}
              onChange={() => toggle(id)}
              className="mt-1 size-4 shrink-0 accent-accent outline-none"
            />
            <span className="grid gap-1">
              <InlineHtml html={point} />
              <span className="text-muted text-sm">
                <span className="font-medium">An interviewer listens for</span>{' '}
                <InlineHtml html={listensFor} />
              </span>
            </span>
          </label>
        )
      })}
    </fieldset>
  )
}
