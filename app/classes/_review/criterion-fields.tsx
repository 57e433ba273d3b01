'use client'
/** The rubric to choose from: radio buttons for levels, boxes for what adds or takes. */
import type { CriterionPoints } from '../../_classes/reviews/review-points.ts'
import type { Rubric, RubricItem, Scoring } from '../../_classes/reviews/rubric.ts'
import { pickByDigit } from '../../_quiz/digit-keys.ts'

interface CriterionFieldsProps {
  readonly rubric: Rubric | undefined
  readonly criteria: readonly CriterionPoints[]
  readonly chosen: readonly string[]
  readonly onChoose: (chosen: readonly string[]) => void
}

/** As many items have a key of their own. */
const DIGITS = 9

const SIGNS: Readonly<Record<Scoring, string>> = { levels: '', add: '+', subtract: '−' }

export function CriterionFields({ rubric, criteria, chosen, onChoose }: CriterionFieldsProps) {
  if (rubric === undefined) {
    return (
      <p className="text-muted text-sm">
        This assignment has no rubric. Comments and words need none; points can be given below.
      </p>
    )
  }
  const numbers = new Map(
    rubric.criteria.flatMap(({ items }) => items.map(({ id }) => id)).map((id, at) => [id, at + 1]),
  )
  const toggle = ({ criterion }: CriterionPoints, id: string) => {
    const { scoring, items } = criterion
    if (scoring !== 'levels') {
      onChoose(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id])
      return
    }
    const others = chosen.filter((one) => items.every((item) => item.id !== one))
    onChoose([...others, id])
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Digits are short ways to the fields in it.
    <div
      role="group"
      aria-label="Rubric"
      onKeyDown={(event) => void pickByDigit(event)}
      className="grid gap-4"
    >
      <p className="text-muted text-sm">
        With the focus in here, keys 1 to {Math.min(DIGITS, numbers.size)} choose.
      </p>
      {criteria.map((one) => (
        <fieldset key={one.criterion.id} className="min-w-0">
          <legend className="mb-1 flex w-full items-baseline justify-between gap-3 font-medium text-sm">
            <span>{one.criterion.title}</span>
            <span className="whitespace-nowrap text-muted tabular-nums">
              {one.isOpen ? '–' : one.points} of {one.pointsMax}
            </span>
          </legend>
          {one.criterion.items.map((item) => (
            <ItemChoice
              key={item.id}
              item={item}
              scoring={one.criterion.scoring}
              group={one.criterion.id}
              isChosen={one.chosen.includes(item.id)}
              number={numbers.get(item.id) ?? DIGITS + 1}
              onToggle={() => toggle(one, item.id)}
            />
          ))}
        </fieldset>
      ))}
    </div>
  )
}

interface ItemChoiceProps {
  readonly item: RubricItem
  readonly scoring: Scoring
  /** Radio buttons of one group exclude each other. */
  readonly group: string
  readonly isChosen: boolean
  /** In the whole rubric, from 1. */
  readonly number: number
  readonly onToggle: () => void
}

function ItemChoice({ item, scoring, group, isChosen, number, onToggle }: ItemChoiceProps) {
  const hasKey = number <= DIGITS
  return (
    <label className="flex min-h-9 items-start gap-2.5 rounded px-1 py-1.5 text-sm hover:bg-surface pointer-coarse:min-h-11">
      <input
        type={scoring === 'levels' ? 'radio' : 'checkbox'}
        name={group}
        checked={isChosen}
        data-option={hasKey ? number : undefined}
        onChange={onToggle}
        className="mt-0.5 size-4 shrink-0"
      />
      <span className="min-w-0 grow break-words">{item.title}</span>
      <span className="whitespace-nowrap text-muted tabular-nums">
        {SIGNS[scoring]}
        {item.points}
        <span className="sr-only"> {item.points === 1 ? 'point' : 'points'}</span>
      </span>
      {hasKey ? (
        <kbd aria-hidden="true" className="w-4 text-center text-muted text-xs">
          {number}
        </kbd>
      ) : null}
    </label>
  )
}
