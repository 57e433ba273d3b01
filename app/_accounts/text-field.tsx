/** A labelled line of text with room for a hint and for what is wrong. */
import { cn } from '../_ui/class-names.ts'

export function TextField({
  name,
  label,
  type = 'text',
  autoComplete,
  defaultValue = '',
  hint,
  error,
}: {
  /** Also its id, so use it once per page. */
  readonly name: string
  readonly label: string
  readonly type?: 'text' | 'email' | 'password'
  readonly autoComplete: string
  readonly defaultValue?: string
  readonly hint?: string
  readonly error: string | undefined
}) {
  const described = cn(hint && `${name}-hint`, error && `${name}-error`)
  return (
    <div>
      <label htmlFor={name} className="font-medium text-sm">
        {label}
      </label>
      {hint === undefined ? null : (
        <p id={`${name}-hint`} className="text-muted text-sm">
          {hint}
        </p>
      )}
      <input
        id={name}
        name={name}
        type={type}
        autoComplete={autoComplete}
        defaultValue={defaultValue}
        required
        aria-invalid={error !== undefined}
        aria-describedby={described === '' ? undefined : described}
        className={cn(
          'mt-1.5 min-h-11 w-full rounded-md border border-line-strong bg-page px-3 text-base',
          error !== undefined && 'border-violation',
        )}
      />
      {error === undefined ? null : (
        <p id={`${name}-error`} className="mt-1 text-sm text-violation">
          {error}
        </p>
      )}
    </div>
  )
}
