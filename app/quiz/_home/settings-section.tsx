'use client'
/** How many cards a day, how well they are to be known, which topics take part; export and import. */
import { type FormEvent, useId, useState } from 'react'
import {
  PER_DAY_MAX,
  RETENTION_MAX,
  RETENTION_MIN,
  type ReviewSettings,
} from '../../_review/settings.ts'
import { Button } from '../../_ui/button.tsx'
import { ImportForm } from './import-form.tsx'
import { Section } from './section.tsx'
import { TopicChoice } from './topic-choice.tsx'
import { useSaving } from './use-saving.ts'

export function SettingsSection({
  ownerId,
  settings,
  names,
}: {
  readonly ownerId: string | undefined
  readonly settings: ReviewSettings
  readonly names: Readonly<Record<string, string>>
}) {
  const [perDay, setPerDay] = useState(settings.perDay)
  const [newPerDay, setNewPerDay] = useState(settings.newPerDay)
  const [retention, setRetention] = useState(Math.round(settings.retention * 100))
  const [topics, setTopics] = useState(settings.topics)
  const { save, said, problem } = useSaving(ownerId)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save({ ...settings, perDay, newPerDay, retention: retention / 100, topics }, 'Saved.')
  }
  return (
    <Section id="settings" title="Settings">
      <form onSubmit={submit} className="grid gap-5">
        <TopicChoice
          legend="Topics in your reviews, whether you have read their lessons or not"
          {...{ names }}
          chosen={topics}
          onChoose={setTopics}
        />
        <div className="flex flex-wrap gap-x-8 gap-y-4">
          <NumberSetting
            name="Cards a day, at most"
            value={perDay}
            range={[1, PER_DAY_MAX]}
            onValue={setPerDay}
          />
          <NumberSetting
            name="Of these new, at most"
            value={newPerDay}
            range={[0, PER_DAY_MAX]}
            onValue={setNewPerDay}
          />
          <NumberSetting
            name="Recall wanted, in %"
            value={retention}
            range={[RETENTION_MIN * 100, RETENTION_MAX * 100]}
            onValue={setRetention}
          />
        </div>
        <p className="max-w-[65ch] text-muted text-sm leading-relaxed">
          A card comes back when recall has fallen to this. From 90 to 95 % costs about twice the
          questions. Your day begins at 4:00 where your device says that you are (
          {settings.timeZone}
          ).
        </p>
        <div>
          <Button type="submit" look="secondary">
            Save settings
          </Button>
        </div>
        <p role="status" className="text-sm empty:hidden">
          {said}
        </p>
        <p role="alert" className="text-fault text-sm empty:hidden">
          {problem}
        </p>
      </form>
      <ImportForm ownerId={ownerId} />
    </Section>
  )
}

function NumberSetting({
  name,
  value,
  range: [min, max],
  onValue,
}: {
  readonly name: string
  readonly value: number
  readonly range: readonly [number, number]
  readonly onValue: (value: number) => void
}) {
  const id = useId()
  return (
    <div>
      <label htmlFor={id} className="mb-2 block font-medium text-sm">
        {name}
      </label>
      <input
        id={id}
        type="number"
        {...{ value, min, max }}
        required
        onChange={({ target }) => onValue(target.valueAsNumber)}
        className="min-h-10 w-28 rounded-md border border-line-strong bg-page px-3 tabular-nums"
      />
    </div>
  )
}
