'use client'
/** Names the day and the topics of a deadline, or clears it. */
import { type FormEvent, useId, useState } from 'react'
import { addDays, type Day, parseDay } from '../../_review/day.ts'
import type { ReviewSettings } from '../../_review/settings.ts'
import { Button } from '../../_ui/button.tsx'
import { TopicChoice } from './topic-choice.tsx'
import { useSaving } from './use-saving.ts'

export function DeadlineForm({
  ownerId,
  settings,
  today,
  names,
}: {
  readonly ownerId: string | undefined
  readonly settings: ReviewSettings
  readonly today: Day
  readonly names: Readonly<Record<string, string>>
}) {
  const id = useId()
  const { deadline } = settings
  const [day, setDay] = useState<string>(deadline?.day ?? '')
  const [topics, setTopics] = useState(deadline?.topics ?? [])
  const [wrong, setWrong] = useState('')
  const { save, said, problem } = useSaving(ownerId)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const parsed = parseDay(day)
    const isLater = parsed !== undefined && parsed > today
    if (!isLater) setWrong(`Choose a day after today, ${today}.`)
    else if (topics.length === 0) setWrong('Choose one topic or more.')
    else {
      setWrong('')
      save({ ...settings, deadline: { day: parsed, topics } }, 'Saved: the plan follows the day.')
    }
  }
  const clear = () => {
    setDay('')
    setTopics([])
    save({ ...settings, deadline: undefined }, 'Cleared.')
  }
  return (
    <form onSubmit={submit} className="grid gap-4">
      <div>
        <label htmlFor={`${id}-day`} className="mb-2 block font-medium text-sm">
          The day
        </label>
        <input
          id={`${id}-day`}
          type="date"
          value={day}
          min={addDays(today, 1)}
          onChange={({ target }) => setDay(target.value)}
          className="min-h-10 rounded-md border border-line-strong bg-page px-3"
        />
      </div>
      <TopicChoice legend="Its topics" {...{ names }} chosen={topics} onChoose={setTopics} />
      <div className="flex flex-wrap gap-3">
        <Button type="submit" look="secondary">
          Plan for this day
        </Button>
        {deadline === undefined ? null : (
          <Button look="quiet" onClick={clear}>
            Clear it
          </Button>
        )}
      </div>
      <p role="status" className="text-sm empty:hidden">
        {said}
      </p>
      <p role="alert" className="text-fault text-sm empty:hidden">
        {wrong === '' ? problem : wrong}
      </p>
    </form>
  )
}
