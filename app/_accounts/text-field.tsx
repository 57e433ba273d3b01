/** A labelled line of text with room for a hint and for what is wrong. */
import { cn } from '../_ui/class-names.ts'

export function TextField({
  name,
  id = name,
  label,
  type = 'text',
  autoComplete,
  defaultValue = '',
  hint,
  error,
}: {
  readonly name: string
  /** Once per page. */
  readonly id?: string
  readonly label: string
  readonly type?: 'text' | 'email' | 'password'
  readonly autoComplete: string
  readonly defaultValue?: string
  readonly hint?: string
  readonly error: string | undefined
}) {
  const described = cn(hint && `${id}-hint`, error && `${id}-error`)
  return (
    <div>
      <label htmlFor={id} className="font-medium text-sm">
        {label}
      </label>
      {hint === undefined ? null : (
        <p id={`${id}-hint`} className="text-muted text-sm">
          {hint}
        </p>
      )}
      <input
        id={id}
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
        <p id={`${id}-error`} className="mt-1 text-sm text-violation">
          {error}
        </p>
      )}
    </div>
  )
}
