/** How sure one is, before the answer is judged; it may be left out. */
import { useId } from 'react'
import { CONFIDENCES, type Confidence } from '../_review/entry.ts'

export const CONFIDENCE_NAMES: Readonly<Record<Confidence, string>> = {
  25: 'A guess',
  50: 'Half sure',
  75: 'Fairly sure',
  95: 'Sure',
}

export function ConfidenceField({
  confidence,
  onConfidence,
}: {
  readonly confidence: Confidence | undefined
  readonly onConfidence: (confidence: Confidence | undefined) => void
}) {
  const group = useId()
  return (
    <fieldset className="mt-6">
      <legend className="mb-2 text-muted text-sm">How sure are you? You may leave this out.</legend>
      <div className="flex flex-wrap gap-2">
        {CONFIDENCES.map((each) => (
          <label
            key={each}
            className="inline-flex min-h-9 items-center gap-2 rounded-md border border-line px-3 text-sm hover:bg-surface has-[:checked]:border-accent has-[:focus-visible]:outline-2 has-[:focus-visible]:outline-accent"
          >
            <input
              type="radio"
              name={group}
              value={each}
              checked={confidence === each}
              onChange={() => onConfidence(each)}
              className="size-3.5 accent-accent outline-none"
            />
            {CONFIDENCE_NAMES[each]}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
