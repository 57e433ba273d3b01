/** The rules as a form whose fields end up in the address: nothing is kept by showing it. */
import type { ReactNode } from 'react'
import { type AtRiskRules, RULE_LIMITS } from '../../_classes/at-risk/rules.ts'
import { Button } from '../../_ui/button.tsx'

export function RulesForm({ path, rules }: { readonly path: string; readonly rules: AtRiskRules }) {
  const { quiet, sameClaim, missed, behind } = rules
  return (
    <form method="get" action={path} className="grid max-w-prose gap-4">
      <input type="hidden" name="preview" value="true" />
      <Rule name="quiet" title="No sign of work" isOn={quiet.isOn}>
        for <NumberBox name="quietDays" label="days" value={quiet.days} limits={RULE_LIMITS.days} />{' '}
        days, while work is open.
      </Rule>
      <Rule name="sameClaim" title="One claim again and again" isOn={sameClaim.isOn}>
        <NumberBox
          name="submissions"
          label="submissions"
          value={sameClaim.submissions}
          limits={RULE_LIMITS.submissions}
        />{' '}
        submissions of open work broke the same claim, and none passed.
      </Rule>
      <Rule name="missed" title="Missed due dates" isOn={missed.isOn}>
        <NumberBox
          name="missedDates"
          label="missed due dates"
          value={missed.missed}
          limits={RULE_LIMITS.missed}
        />{' '}
        of the last{' '}
        <NumberBox
          name="missedOf"
          label="of so many due dates"
          value={missed.of}
          limits={RULE_LIMITS.of}
        />{' '}
        were missed. Extensions count, and dates before somebody joined do not.
      </Rule>
      <Rule name="behind" title="Behind the median" isOn={behind.isOn}>
        <NumberBox
          name="pieces"
          label="pieces of work"
          value={behind.pieces}
          limits={RULE_LIMITS.pieces}
        />{' '}
        pieces of work fewer are done than half of the class has done.
      </Rule>
      <div>
        <Button type="submit" look="secondary">
          Show who would be listed
        </Button>
      </div>
    </form>
  )
}

interface RuleProps {
  readonly name: string
  readonly title: string
  readonly isOn: boolean
  readonly children: ReactNode
}

function Rule({ name, title, isOn, children }: RuleProps) {
  return (
    <fieldset className="rounded-lg border border-line px-4 py-3">
      <legend className="sr-only">{title}</legend>
      <label className="flex min-h-9 items-center gap-2.5 font-medium">
        <input type="checkbox" name={name} value="true" defaultChecked={isOn} className="size-5" />
        {title}
      </label>
      <p className="mt-1 text-sm leading-loose">{children}</p>
    </fieldset>
  )
}

interface NumberBoxProps {
  readonly name: string
  readonly label: string
  readonly value: number
  readonly limits: readonly [min: number, max: number]
}

function NumberBox({ name, label, value, limits: [min, max] }: NumberBoxProps) {
  return (
    <input
      type="number"
      name={name}
      aria-label={`${label}, from ${min} to ${max}`}
      defaultValue={value}
      min={min}
      max={max}
      required
      className="min-h-9 w-18 rounded-md border border-line-strong bg-page px-2 text-base pointer-coarse:min-h-11"
    />
  )
}
