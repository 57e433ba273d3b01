'use client'
/** One criterion of a rubric and its items, to be filled in. */
import { ITEMS_MAX, type Scoring } from '../../_classes/reviews/rubric.ts'
import { Button } from '../../_ui/button.tsx'
import { SelectField } from '../../_ui/select-field.tsx'
import { type CriterionDraft, emptyItem, type ItemDraft } from './rubric-draft.ts'

interface CriterionFormProps {
  /** From 1. */
  readonly number: number
  readonly draft: CriterionDraft
  readonly onChange: (draft: CriterionDraft) => void
  readonly onRemove: () => void
  /** Left out for the first. */
  readonly onUp?: () => void
}

const CHOICES: readonly { readonly id: Scoring; readonly title: string }[] = [
  { id: 'levels', title: 'levels: one is chosen' },
  { id: 'add', title: 'items that add points' },
  { id: 'subtract', title: 'items that take points' },
]

const POINTS_NAMES: Readonly<Record<Scoring, string>> = {
  levels: 'Points',
  add: 'Adds',
  subtract: 'Takes',
}

const BOX =
  'mt-1 block min-h-10 w-full rounded-md border border-line-strong bg-page px-3 text-base pointer-coarse:min-h-11'

export function CriterionForm({ number, draft, onChange, onRemove, onUp }: CriterionFormProps) {
  const { title, scoring, points, items } = draft
  return (
    <fieldset className="grid gap-4 rounded-md border border-line p-4">
      <legend className="px-1 font-semibold">
        Criterion {number}
        {title === '' ? '' : `: ${title}`}
      </legend>
      <div className="grid gap-4 sm:grid-cols-[minmax(0,2fr)_minmax(0,1.4fr)_minmax(0,0.8fr)]">
        <label className="font-medium text-sm">
          Title
          <input
            value={title}
            maxLength={120}
            onChange={({ target }) => onChange({ ...draft, title: target.value })}
            className={BOX}
          />
        </label>
        <SelectField
          label="How it counts"
          value={scoring}
          choices={CHOICES}
          onChange={(value) =>
            onChange({ ...draft, scoring: CHOICES.find(({ id }) => id === value)?.id ?? scoring })
          }
        />
        {scoring === 'levels' ? null : (
          <PointsField
            label={scoring === 'add' ? 'Points at most' : 'Full points'}
            value={points}
            onChange={(value) => onChange({ ...draft, points: value })}
          />
        )}
      </div>
      <ul className="grid gap-3">
        {items.map((item, at) => (
          <ItemForm
            key={item.id}
            name={`${scoring === 'levels' ? 'Level' : 'Item'} ${at + 1}`}
            of={`criterion ${number}`}
            pointsName={POINTS_NAMES[scoring]}
            item={item}
            isOnly={items.length === 1}
            onChange={(changed) => onChange({ ...draft, items: items.with(at, changed) })}
            onRemove={() => onChange({ ...draft, items: items.toSpliced(at, 1) })}
          />
        ))}
      </ul>
      <div className="flex flex-wrap gap-3">
        <Button
          look="secondary"
          size="small"
          disabled={items.length >= ITEMS_MAX}
          onClick={() => onChange({ ...draft, items: [...items, emptyItem()] })}
        >
          Add {scoring === 'levels' ? 'a level' : 'an item'}
          <span className="sr-only"> to criterion {number}</span>
        </Button>
        {onUp === undefined ? null : (
          <Button look="quiet" size="small" onClick={onUp}>
            Move up<span className="sr-only"> criterion {number}</span>
          </Button>
        )}
        <Button look="quiet" size="small" onClick={onRemove}>
          Remove<span className="sr-only"> criterion {number}</span>
        </Button>
      </div>
    </fieldset>
  )
}

interface ItemFormProps {
  /** `Level 2`. */
  readonly name: string
  /** `criterion 1`. */
  readonly of: string
  readonly pointsName: string
  readonly item: ItemDraft
  readonly isOnly: boolean
  readonly onChange: (item: ItemDraft) => void
  readonly onRemove: () => void
}

function ItemForm(props: ItemFormProps) {
  const { name, of, pointsName, item, isOnly, onChange, onRemove } = props
  return (
    <li className="grid items-end gap-3 border-line border-l-2 pl-3 sm:grid-cols-[minmax(0,1fr)_7rem_auto]">
      <label className="font-medium text-sm">
        {name}
        <input
          value={item.title}
          maxLength={120}
          onChange={({ target }) => onChange({ ...item, title: target.value })}
          className={BOX}
        />
      </label>
      <PointsField
        label={pointsName}
        value={item.points}
        onChange={(points) => onChange({ ...item, points })}
      />
      <Button
        look="quiet"
        aria-label={`Remove ${name} of ${of}`}
        disabled={isOnly}
        onClick={onRemove}
      >
        Remove
      </Button>
    </li>
  )
}

interface PointsFieldProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
}

function PointsField({ label, value, onChange }: PointsFieldProps) {
  return (
    <label className="font-medium text-sm">
      {label}
      <input
        type="number"
        inputMode="decimal"
        min="0"
        step="0.25"
        value={value}
        onChange={({ target }) => onChange(target.value)}
        className={BOX}
      />
    </label>
  )
}
