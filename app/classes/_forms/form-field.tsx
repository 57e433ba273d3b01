'use client'
/** One labelled field of a form of a class. */
import { useId, useSyncExternalStore } from 'react'

export interface FormField {
  readonly name: string
  readonly label: string
  readonly kind:
    | 'text'
    | 'number'
    | 'date'
    | 'datetime-local'
    | 'textarea'
    | 'select'
    | 'checkbox'
    /** A choice of `options`, at first the zone of the reader's machine. */
    | 'time-zone'
  readonly defaultValue?: string
  readonly hint?: string
  readonly isOptional?: true
  /** Value and text. */
  readonly options?: readonly (readonly [value: string, text: string])[]
}

const BOX =
  'mt-1 w-full rounded-md border border-line-strong bg-page px-3 text-base pointer-coarse:min-h-11'

export function Field({ field }: { readonly field: FormField }) {
  const id = useId()
  const { name, label, kind, hint, isOptional, defaultValue = '' } = field
  const described = hint === undefined ? undefined : `${id}-hint`
  if (kind === 'checkbox') {
    return (
      <label className="flex min-h-9 items-center gap-2.5 text-sm">
        <input
          type="checkbox"
          name={name}
          defaultChecked={defaultValue === 'true'}
          aria-describedby={described}
          className="size-5"
        />
        {label}
      </label>
    )
  }
  return (
    <div className="min-w-0">
      <label htmlFor={id} className="font-medium text-sm">
        {label}
        {isOptional === true ? (
          <span className="font-normal text-muted"> (may be empty)</span>
        ) : null}
      </label>
      {hint === undefined ? null : (
        <p id={described} className="text-muted text-sm">
          {hint}
        </p>
      )}
      <Control id={id} described={described} field={{ ...field, defaultValue }} />
    </div>
  )
}

interface ControlProps {
  readonly id: string
  readonly described: string | undefined
  readonly field: FormField & { readonly defaultValue: string }
}

function Control({ id, described, field }: ControlProps) {
  const { name, kind, defaultValue, isOptional = false, options = [] } = field
  const common = { id, name, 'aria-describedby': described, required: !isOptional }
  switch (kind) {
    case 'textarea':
      return <textarea {...common} rows={5} defaultValue={defaultValue} className={`${BOX} py-2`} />
    case 'time-zone':
      return <ZoneSelect {...common} {...{ defaultValue, options }} />
    case 'select':
      return (
        <select {...common} defaultValue={defaultValue} className={`${BOX} min-h-10`}>
          <Options options={options} />
        </select>
      )
    default:
      return (
        <input {...common} type={kind} defaultValue={defaultValue} className={`${BOX} min-h-10`} />
      )
  }
}

function Options({ options }: { readonly options: NonNullable<FormField['options']> }) {
  return options.map(([value, text]) => (
    <option key={value} value={value}>
      {text}
    </option>
  ))
}

interface ZoneSelectProps {
  readonly id: string
  readonly name: string
  readonly defaultValue: string
  readonly options: NonNullable<FormField['options']>
}

/** The server does not know where the reader is; their browser does. */
function ZoneSelect({ options, defaultValue, ...rest }: ZoneSelectProps) {
  const here = useSyncExternalStore(
    noChanges,
    () => Intl.DateTimeFormat().resolvedOptions().timeZone,
    () => 'UTC',
  )
  const known = options.some(([value]) => value === here) ? here : 'UTC'
  const value = defaultValue === '' ? known : defaultValue
  return (
    <select key={value} {...rest} defaultValue={value} className={`${BOX} min-h-10`}>
      <Options options={options} />
    </select>
  )
}

function noChanges() {
  return () => {}
}
