/** Topics to practise, and how ready one is for each: a range, and how it is computed. */
import Link from 'next/link'
import { FIRST_TRIES_MIN, type Readiness } from '../../_review/readiness.ts'
import { Badge } from '../../_ui/badge.tsx'
import { Section } from './section.tsx'

interface TopicTableProps {
  readonly topics: readonly Readiness[]
  readonly names: Readonly<Record<string, string>>
  readonly chosen: readonly string[]
}

export function TopicTable({ topics, names, chosen }: TopicTableProps) {
  return (
    <Section id="topics" title="Topics">
      <p className="mb-4 max-w-[65ch] text-muted leading-relaxed">
        Practise whenever you like; what you answer here counts as a review too.
      </p>
      {/* What is there for screen readers only must scroll along. */}
      <div className="relative overflow-x-auto">
        <table className="w-full min-w-[34rem] border-collapse text-left text-sm">
          <thead>
            <tr className="border-line-strong border-b text-muted">
              <th className="py-2 pr-4 font-medium">Topic</th>
              <th className="py-2 pr-4 font-medium">Seen</th>
              <th className="py-2 pr-4 font-medium">First tries right</th>
              <th className="py-2 pr-4 font-medium">Ready</th>
              <th className="py-2 font-medium">
                <span className="sr-only">Practise</span>
              </th>
            </tr>
          </thead>
          <tbody className="tabular-nums">
            {topics.map((topic) => (
              <TopicRow
                key={topic.topic}
                {...{ topic }}
                name={names[topic.topic] ?? topic.topic}
                isChosen={chosen.includes(topic.topic)}
              />
            ))}
          </tbody>
        </table>
      </div>
      <HowComputed />
    </Section>
  )
}

function TopicRow({
  topic,
  name,
  isChosen,
}: {
  readonly topic: Readiness
  readonly name: string
  readonly isChosen: boolean
}) {
  const { seen, cards, firstRight, firstTries } = topic
  return (
    <tr className="border-line border-b">
      <th scope="row" className="py-2 pr-4 font-medium">
        {name} {isChosen ? <Badge tone="accent">in your reviews</Badge> : null}
      </th>
      <td className="py-2 pr-4">
        {seen} of {cards}
      </td>
      <td className="py-2 pr-4">{firstTries === 0 ? '–' : `${firstRight} of ${firstTries}`}</td>
      <td className="py-2 pr-4">
        <Ready topic={topic} />
      </td>
      <td className="py-1 text-right">
        <Link
          href={`/quiz/session?topic=${topic.topic}`}
          className="inline-flex min-h-8 items-center text-accent underline underline-offset-4"
        >
          Practise<span className="sr-only"> {name}</span>
        </Link>
      </td>
    </tr>
  )
}

function Ready({ topic: { range, firstTries } }: { readonly topic: Readiness }) {
  if (range === undefined) {
    const missing = FIRST_TRIES_MIN - firstTries
    return <span className="text-muted">too early to say: {missing} more</span>
  }
  const [low, high] = [Math.round(range.low * 100), Math.round(range.high * 100)]
  return (
    <span className="grid gap-1">
      <span>{low === high ? `${low} %` : `${low} to ${high} %`}</span>
      <span
        aria-hidden="true"
        className="relative block h-1.5 w-28 overflow-hidden rounded bg-surface-strong"
      >
        <span className="absolute inset-y-0 bg-accent" style={{ left: 0, width: `${low}%` }} />
        <span
          className="absolute inset-y-0 bg-accent opacity-40"
          style={{ left: `${low}%`, width: `${high - low}%` }}
        />
      </span>
    </span>
  )
}

function HowComputed() {
  return (
    <details className="mt-4 max-w-[65ch] text-sm">
      <summary className="min-h-8 content-center font-medium">How “ready” is computed</summary>
      <p className="mt-1 text-muted leading-relaxed">
        It is the share of the topic’s questions that you would be expected to get right if all of
        them were asked today. For each question that you have answered, FSRS says how likely you
        are to recall it, from how it went and how long ago; the lower end counts every other
        question as not known. The upper end assumes that those go as your first tries in this topic
        did. With fewer than {FIRST_TRIES_MIN} first tries nothing is said. It knows these questions
        and no interviewer: read it as a lower bound on what is missing.
      </p>
    </details>
  )
}
