/** One question with a few answers: native radio buttons that look like one control. */
import { useId } from 'react'
import { cn } from '../../_ui/class-names.ts'

interface Option<Id extends string> {
  readonly id: Id
  readonly name: string
  /** What it means, after the name. */
  readonly detail?: string
}

export function ChoiceGroup<Id extends string>({
  legend,
  options,
  chosen,
  arrangement,
  onChoose,
}: {
  readonly legend: string
  readonly options: readonly Option<Id>[]
  readonly chosen: Id | undefined
  readonly arrangement: 'row' | 'column'
  readonly onChoose: (id: Id) => void
}) {
  const group = useId()
  return (
    <fieldset>
      <legend className="mb-2 font-medium text-sm">{legend}</legend>
      <div className={cn('grid gap-1.5', arrangement === 'row' && 'flex flex-wrap')}>
        {options.map(({ id, name, detail }) => (
          <label
            key={id}
            className={cn(
              'flex min-h-11 grow flex-wrap items-center gap-x-2 rounded-md border border-line bg-page',
              'px-3 py-1.5 text-sm leading-tight hover:border-line-strong',
              'has-[:focus-visible]:outline-2 has-[:focus-visible]:outline-accent',
              'has-[:focus-visible]:outline-offset-2',
              chosen === id && 'border-accent shadow-[inset_0_0_0_1px_var(--accent)]',
            )}
          >
            <span className="flex items-center gap-2 font-medium">
              <input
                type="radio"
                name={group}
                value={id}
                checked={chosen === id}
                onChange={() => onChoose(id)}
                className="size-3.5 shrink-0 accent-accent outline-none"
              />
              {name}
            </span>
            <span className="text-muted">{detail}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
