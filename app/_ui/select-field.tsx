/** A choice with its name above it. */
import { useId } from 'react'

export interface Choice {
  readonly id: string
  readonly title: string
}

interface SelectFieldProps {
  readonly label: string
  readonly value: string
  readonly choices: readonly Choice[]
  /** One line below that says what the choice means. */
  readonly hint?: string | undefined
  readonly onChange: (value: string) => void
}

export function SelectField({ label, value, choices, hint, onChange }: SelectFieldProps) {
  const id = useId()
  const hintId = `${id}-hint`
  return (
    <div className="min-w-0">
      <label htmlFor={id} className="block font-medium text-sm">
        {label}
      </label>
      <select
        id={id}
        value={value}
        aria-describedby={hint === undefined ? undefined : hintId}
        onChange={({ target }) => onChange(target.value)}
        className="mt-1 min-h-10 w-full rounded-md border border-line-strong bg-page px-2.5 text-sm pointer-coarse:min-h-11"
      >
        {choices.map(({ id: choice, title }) => (
          <option key={choice} value={choice}>
            {title}
          </option>
        ))}
      </select>
      {hint === undefined ? null : (
        <p id={hintId} className="mt-1 text-muted text-sm">
          {hint}
        </p>
      )}
    </div>
  )
}
