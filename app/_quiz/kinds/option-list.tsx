/**
 * Options to pick from: native radio buttons or checkboxes. Digits pick too (see `digit-keys.ts`), so
 * each has its number beside it. Once judged, each says why it attracts and what is true.
 */
import { clsx } from 'clsx'
import { useId } from 'react'
import { Html, InlineHtml } from '../html.tsx'
import { JudgedMark } from './judged-mark.tsx'

export interface ListedOption {
  readonly id: string
  readonly html: string
  /** A second line. */
  readonly detail?: string
}

export interface JudgedOption {
  readonly id: string
  readonly isRight: boolean
  readonly why: string
}

export interface OptionListProps {
  readonly legend: string
  readonly take: 'one' | 'some'
  readonly options: readonly ListedOption[]
  readonly chosen: readonly string[]
  readonly onChoose: (chosen: readonly string[]) => void
  readonly judged?: readonly JudgedOption[] | undefined
  /** What the two ends of a judgement are called; right and wrong when left out. */
  readonly words?: { readonly right: string; readonly wrong: string }
}

export function OptionList(props: OptionListProps) {
  const { legend, take, options, chosen, onChoose, judged, words } = props
  const group = useId()
  const choose = (id: string) => {
    if (take === 'one') onChoose([id])
    else if (chosen.includes(id)) onChoose(chosen.filter((each) => each !== id))
    else onChoose([...chosen, id])
  }
  return (
    <fieldset>
      <legend className="mb-3 font-medium text-sm">{legend}</legend>
      <div className="grid gap-2">
        {options.map((option, index) => (
          <OptionRow
            key={option.id}
            {...{ option, take, group, words }}
            number={index + 1}
            isChosen={chosen.includes(option.id)}
            judged={judged?.find(({ id }) => id === option.id)}
            onChoose={() => choose(option.id)}
          />
        ))}
      </div>
    </fieldset>
  )
}

interface OptionRowProps {
  readonly option: ListedOption
  readonly number: number
  readonly take: 'one' | 'some'
  readonly group: string
  readonly isChosen: boolean
  readonly judged: JudgedOption | undefined
  readonly words: OptionListProps['words']
  readonly onChoose: () => void
}

function OptionRow({
  option: { id, html, detail },
  number,
  take,
  group,
  isChosen,
  judged,
  words = { right: 'Right', wrong: 'Not right' },
  onChoose,
}: OptionRowProps) {
  const isOpen = judged !== undefined
  return (
    <div
      className={clsx(
        'rounded-md border',
        isOpen && judged.isRight ? 'border-pass' : isChosen ? 'border-accent' : 'border-line',
        isOpen && isChosen && !judged.isRight && 'border-violation!',
      )}
    >
      <label className="flex min-h-11 items-start gap-3 rounded-md px-3 py-2.5 leading-snug hover:bg-surface has-[:focus-visible]:outline-2 has-[:focus-visible]:outline-accent">
        <input
          type={take === 'one' ? 'radio' : 'checkbox'}
          name={group}
          value={id}
          data-option={number}
          checked={isChosen}
          disabled={isOpen}
          onChange={onChoose}
          className="mt-1 size-4 shrink-0 accent-accent outline-none"
        />
        <span className="grow">
          <InlineHtml html={html} />
          {detail === undefined ? null : (
            <span className="mt-0.5 block text-muted text-sm">{detail}</span>
          )}
        </span>
        <kbd
          aria-hidden="true"
          className="mt-0.5 hidden rounded border border-line px-1.5 font-mono text-muted text-xs sm:inline"
        >
          {number}
        </kbd>
      </label>
      {isOpen ? (
        <div className="border-line border-t px-3 py-2.5 text-sm">
          <p className="mb-1">
            <JudgedMark
              isRight={judged.isRight}
              word={judged.isRight ? words.right : words.wrong}
            />
            {isChosen ? <span className="text-muted"> · your choice</span> : null}
          </p>
          <Html html={judged.why} className="text-sm!" />
        </div>
      ) : null}
    </div>
  )
}
