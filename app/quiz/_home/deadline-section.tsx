/** A day by which chosen topics are to be known, and whether that can be done. */
import type { Day } from '../../_review/day.ts'
import { type DeadlineOutlook, STABLE_RECALL } from '../../_review/deadline.ts'
import type { ReviewSettings } from '../../_review/settings.ts'
import { counted } from '../../_ui/count-text.ts'
import { DeadlineForm } from './deadline-form.tsx'
import { Section } from './section.tsx'

interface DeadlineSectionProps {
  readonly ownerId: string | undefined
  readonly settings: ReviewSettings
  readonly today: Day
  readonly names: Readonly<Record<string, string>>
  /** When there is a deadline. */
  readonly outlook: DeadlineOutlook | undefined
}

export function DeadlineSection({ outlook, settings, ...form }: DeadlineSectionProps) {
  const { deadline } = settings
  return (
    <Section id="deadline" title="An interview on a day">
      {deadline === undefined || outlook === undefined ? (
        <p className="mb-4 max-w-[65ch] text-muted leading-relaxed">
          Name the day and the topics. New questions then come at the pace that the time needs, and
          the last days are for what would slip.
        </p>
      ) : (
        <div className="mb-5 max-w-[65ch] leading-relaxed">
          {sentences(outlook, settings.perDay, deadline.day).map((sentence) => (
            <p key={sentence} className="mb-2">
              {sentence}
            </p>
          ))}
        </div>
      )}
      <DeadlineForm {...form} settings={settings} />
    </Section>
  )
}

function sentences(outlook: DeadlineOutlook, perDay: number, day: Day): readonly string[] {
  const { daysLeft, cards, seenNow, stableNow, seen, stable, isReached } = outlook
  if (daysLeft === 0) return [`${day} has come. Clear it when you like.`]
  const percent = Math.round(STABLE_RECALL * 100)
  const now = `${counted(daysLeft, 'day')} until ${day}. Of ${cards} cards you have seen ${seenNow}; ${stableNow} would still be known that day.`
  if (isReached) {
    return [
      now,
      `At ${perDay} a day it can be done: all seen, and about ${stable} of ${cards} likely (${percent} % or more) to be recalled on the day.`,
    ]
  }
  const short = `At ${perDay} a day it cannot be done: about ${seen} of ${cards} would be seen, and ${stable} likely (${percent} % or more) to be recalled.`
  return [now, short, whatWouldDo(outlook)]
}

function whatWouldDo({ perDayNeeded, reachedOn }: DeadlineOutlook): string {
  const ways = [
    ...(perDayNeeded === undefined ? [] : [`${perDayNeeded} cards a day would do`]),
    ...(reachedOn === undefined ? [] : [`at your pace it would be done by ${reachedOn}`]),
  ]
  if (ways.length === 0) return 'No pace would do in this time: choose fewer topics.'
  return `What would help: ${ways.join('; ')}; or choose fewer topics.`
}
