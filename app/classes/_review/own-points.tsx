'use client'
/** Points in place of those of the rubric, which want a reason. */

export interface GivenPoints {
  readonly isGiven: boolean
  /** As it was typed. */
  readonly points: string
  readonly reason: string
}

interface OwnPointsProps {
  readonly given: GivenPoints
  readonly onChange: (given: GivenPoints) => void
}

const BOX =
  'mt-1 block min-h-9 w-full rounded-md border border-line-strong bg-page px-3 text-base pointer-coarse:min-h-11'

export function OwnPoints({ given, onChange }: OwnPointsProps) {
  const { isGiven, points, reason } = given
  return (
    <div className="grid gap-3">
      <label className="flex min-h-8 items-center gap-2.5 text-sm">
        <input
          type="checkbox"
          checked={isGiven}
          onChange={({ target }) => onChange({ ...given, isGiven: target.checked })}
          className="size-4"
        />
        Give points of my own
      </label>
      {isGiven ? (
        <>
          <label className="font-medium text-sm">
            Points
            <input
              type="number"
              inputMode="decimal"
              step="0.25"
              min="0"
              value={points}
              onChange={({ target }) => onChange({ ...given, points: target.value })}
              className={BOX}
            />
          </label>
          <label className="font-medium text-sm">
            Reason <span className="font-normal text-muted">(the learner reads it)</span>
            <input
              value={reason}
              onChange={({ target }) => onChange({ ...given, reason: target.value })}
              className={BOX}
            />
          </label>
        </>
      ) : null}
    </div>
  )
}
