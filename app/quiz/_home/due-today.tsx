/** What there is to do today, in one sentence, and what the next days bring. */
import type { DayPlan } from '../../_review/day-plan.ts'
import type { ProjectedDay } from '../../_review/projection.ts'
import { counted } from '../../_ui/count-text.ts'
import { LinkButton } from '../../_ui/link-button.tsx'
import { Section } from './section.tsx'

interface DueTodayProps {
  readonly plan: DayPlan
  /** Answers that were given today. */
  readonly done: number
  readonly forecast: readonly ProjectedDay[]
  /** All questions and cards that there are. */
  readonly total: number
}

export function DueToday({ plan, done, forecast, total }: DueTodayProps) {
  const count = plan.due.length + plan.fresh.length
  return (
    <Section id="today" title="Today">
      <p className="max-w-[65ch] leading-relaxed">{sentence(plan, done, total)}</p>
      {plan.waiting > 0 ? <CatchUp plan={plan} forecast={forecast} /> : null}
      <div className="mt-4 flex flex-wrap gap-3">
        {count > 0 ? (
          <LinkButton href="/quiz/session" size="large">
            {done > 0 ? 'Go on' : 'Begin'}: {counted(count, 'question')}
          </LinkButton>
        ) : (
          <LinkButton href="#topics" look="secondary">
            Practise a topic
          </LinkButton>
        )}
        <LinkButton href="/quiz/cards" look="quiet">
          Flash cards to print
        </LinkButton>
        <LinkButton href="/cheat-sheet" look="quiet">
          Cheat sheet
        </LinkButton>
        <LinkButton href="/interview" look="quiet">
          Mock interview
        </LinkButton>
      </div>
      {count + done > 0 ? <Forecast days={forecast} /> : null}
    </Section>
  )
}

function sentence({ due, fresh, freshWaiting }: DayPlan, done: number, total: number): string {
  const doneToday = done === 0 ? '' : ` You answered ${counted(done, 'question')} today.`
  if (due.length + fresh.length > 0) {
    const parts = [
      ...(due.length > 0 ? [`${due.length} to ask again`] : []),
      ...(fresh.length > 0 ? [`${fresh.length} new`] : []),
    ]
    return `${parts.join(' and ')} for today.${doneToday}`
  }
  if (done > 0) {
    const more = freshWaiting > 0 ? ` ${counted(freshWaiting, 'new card')} can wait.` : ''
    return `Today’s part is done.${doneToday}${more}`
  }
  return `Nothing is due. There are ${total} questions and cards: those of a lesson join when you have read it, and those of a topic when you choose it below.`
}

/** Said once, without reproach: how the pile goes away. */
function CatchUp({
  plan,
  forecast,
}: {
  readonly plan: DayPlan
  readonly forecast: readonly ProjectedDay[]
}) {
  const days = forecast.findIndex(({ waiting }) => waiting === 0)
  const end =
    days === -1
      ? 'It takes more than a week at this pace.'
      : `At this pace the pile is gone in ${counted(days, 'day')}.`
  return (
    <p className="mt-2 max-w-[65ch] text-muted leading-relaxed">
      Welcome back. {counted(plan.waiting, 'card waits', 'cards wait')} for the days to come, and
      nothing new is added until then: what was at risk for longest comes first. {end}
    </p>
  )
}

function Forecast({ days }: { readonly days: readonly ProjectedDay[] }) {
  return (
    <details className="mt-5 max-w-lg">
      <summary className="min-h-8 content-center font-medium text-sm">The next seven days</summary>
      <table className="mt-2 w-full border-collapse text-left text-sm tabular-nums">
        <thead>
          <tr className="border-line border-b text-muted">
            <th className="py-1 font-medium">Day</th>
            <th className="py-1 font-medium">To ask again</th>
            <th className="py-1 font-medium">New</th>
          </tr>
        </thead>
        <tbody>
          {days.map(({ day, due, fresh }) => (
            <tr key={day} className="border-line border-b">
              <td className="py-1">{day}</td>
              <td className="py-1">{due}</td>
              <td className="py-1">{fresh}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="mt-2 text-muted text-sm">
        An expectation: it assumes that each day is done, and that memory fades as it does on
        average.
      </p>
    </details>
  )
}
