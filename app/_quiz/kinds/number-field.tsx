'use client'
/** A number with its unit. A comma may stand for the point. */
import { useId, useState } from 'react'
import { Html } from '../html.tsx'
import type { FieldProps } from './kind-props.ts'

export function NumberField({ question, answer, onAnswer, answerKey }: FieldProps<'number'>) {
  const id = useId()
  const known = answer?.kind === 'number' ? answer : undefined
  const [text, setText] = useState(known === undefined ? '' : String(known.value))
  const [unit, setUnit] = useState(known?.unit ?? question.unit)
  const units = [question.unit, ...question.units]
  const tell = (newText: string, newUnit: string) => {
    setText(newText)
    setUnit(newUnit)
    const value = parseNumber(newText)
    // What cannot be read is no answer: the button stays off.
    onAnswer(value === undefined ? { kind: 'unsure' } : { kind: 'number', value, unit: newUnit })
  }
  const isUnreadable = text.trim() !== '' && parseNumber(text) === undefined
  return (
    <fieldset>
      <legend className="mb-3 font-medium text-sm">Your answer, a number</legend>
      <div className="flex flex-wrap items-center gap-3">
        <label htmlFor={`${id}-value`} className="sr-only">
          Number
        </label>
        <input
          id={`${id}-value`}
          inputMode="decimal"
          autoComplete="off"
          value={text}
          disabled={answerKey !== undefined}
          aria-invalid={isUnreadable}
          aria-describedby={`${id}-help`}
          onChange={({ target }) => tell(target.value, unit)}
          className="min-h-11 w-40 rounded-md border border-line-strong bg-page px-3 tabular-nums"
        />
        <Unit
          {...{ units, unit, id }}
          isOff={answerKey !== undefined}
          onUnit={(to) => tell(text, to)}
        />
      </div>
      <p id={`${id}-help`} className="mt-2 text-muted text-sm">
        {isUnreadable
          ? `“${text}” is no number that can be read: write it as 1500 or 0.25.`
          : 'Such as 1500 or 0.25.'}
      </p>
      {answerKey === undefined ? null : <NumberKey answerKey={answerKey} />}
    </fieldset>
  )
}

function Unit({
  units,
  unit,
  id,
  isOff,
  onUnit,
}: {
  readonly units: readonly string[]
  readonly unit: string
  readonly id: string
  readonly isOff: boolean
  readonly onUnit: (unit: string) => void
}) {
  if (units.length === 1) return unit === '' ? null : <span>{unit}</span>
  return (
    <>
      <label htmlFor={`${id}-unit`} className="sr-only">
        Unit
      </label>
      <select
        id={`${id}-unit`}
        value={unit}
        disabled={isOff}
        onChange={({ target }) => onUnit(target.value)}
        className="min-h-11 rounded-md border border-line-strong bg-page px-3"
      >
        {units.map((each) => (
          <option key={each} value={each}>
            {each}
          </option>
        ))}
      </select>
    </>
  )
}

function NumberKey({
  answerKey: { value, unit, tolerance, common },
}: {
  readonly answerKey: NonNullable<FieldProps<'number'>['answerKey']>
}) {
  const near =
    'absolute' in tolerance
      ? tolerance.absolute === 0
        ? ''
        : `, give or take ${shown(tolerance.absolute)}`
      : `, give or take ${shown(tolerance.relative * 100)} %`
  return (
    <div className="mt-4 grid gap-3 text-sm">
      <p>
        Right: <strong className="font-semibold tabular-nums">{shown(value)}</strong> {unit}
        {near}.
      </p>
      <ul className="grid gap-2">
        {common.map((wrong) => (
          <li key={wrong.value} className="rounded-md border border-line p-3">
            <p className="text-muted tabular-nums">
              Often given: {shown(wrong.value)} {unit}
            </p>
            <Html html={wrong.why} className="mt-1 text-sm!" />
          </li>
        ))}
      </ul>
    </div>
  )
}

/** A third of a thousand in as many digits as anybody reads. */
function shown(value: number): string {
  return String(Number(value.toPrecision(6)))
}

function parseNumber(text: string): number | undefined {
  const plain = text.trim().replaceAll(/[\s_]/g, '').replace(',', '.')
  if (!/^[-+−]?\d*\.?\d+(e[-+]?\d+)?$/i.test(plain)) return undefined
  const value = Number(plain.replace('−', '-'))
  return Number.isFinite(value) ? value : undefined
}
