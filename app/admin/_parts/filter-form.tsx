/** A form whose fields end up in the address: it works without scripts, and can be bookmarked. */
import type { ReactNode } from 'react'
import { Button } from '../../_ui/button.tsx'

export function FilterForm({
  action,
  children,
}: {
  readonly action: string
  readonly children: ReactNode
}) {
  return (
    <search>
      <form method="get" action={action} className="mb-6 flex flex-wrap items-end gap-3">
        {children}
        <Button type="submit" look="secondary">
          Show
        </Button>
      </form>
    </search>
  )
}

const BOX = 'mt-1 block min-h-10 rounded-md border border-line-strong bg-page px-3 text-sm'

export function FilterText({
  name,
  label,
  type = 'search',
  value,
}: {
  readonly name: string
  readonly label: string
  readonly type?: 'search' | 'date'
  readonly value: string
}) {
  return (
    <label className="font-medium text-sm">
      {label}
      <input name={name} type={type} defaultValue={value} className={BOX} />
    </label>
  )
}

export function FilterChoice({
  name,
  label,
  value,
  options,
}: {
  readonly name: string
  readonly label: string
  readonly value: string
  /** Value and text; the first stands for no filter. */
  readonly options: readonly (readonly [value: string, text: string])[]
}) {
  return (
    <label className="font-medium text-sm">
      {label}
      <select name={name} defaultValue={value} className={`${BOX} max-w-56`}>
        {options.map(([option, text]) => (
          <option key={option} value={option}>
            {text}
          </option>
        ))}
      </select>
    </label>
  )
}
