/** All labs with their steps. */
import { ArrowRight, Clock } from 'lucide-react'
import type { Metadata } from 'next'
import Link from 'next/link'
import { labs } from '#labs/index.ts'
import type { Lab } from '#labs/kit/lab.ts'

export const metadata: Metadata = {
  title: 'Labs',
  description: 'Build the protocols of distributed systems, step by step, on a network that fails.',
}

export default function LabsPage() {
  return (
    <div className="mx-auto w-full max-w-3xl px-4 py-12 sm:px-6 sm:py-16">
      <h1 className="font-semibold text-3xl tracking-tight sm:text-4xl">Labs</h1>
      <p className="mt-4 max-w-prose text-lg text-muted">
        Build a protocol yourself, in small steps, on a simulated network that cuts, loses and
        delays. Every failure can be replayed. You need no account.
      </p>
      <p className="mt-3 max-w-prose text-muted">
        You have a system of your own?{' '}
        <Link href="/check" className="text-accent underline underline-offset-4">
          Check a history of it
        </Link>{' '}
        with the checkers of the labs.
      </p>
      <nav aria-label="All labs" className="mt-8">
        <ul className="flex flex-wrap gap-x-6 gap-y-2">
          {labs.map(({ id, title, steps }) => (
            <li key={id}>
              <a
                href={`#${id}`}
                className="inline-flex min-h-6 items-center text-accent underline underline-offset-4"
              >
                {title}
              </a>{' '}
              <span className="text-muted text-sm">{steps.length} steps</span>
            </li>
          ))}
        </ul>
      </nav>
      {labs.map((lab) => (
        <LabSection key={lab.id} lab={lab} />
      ))}
    </div>
  )
}

function LabSection({ lab }: { readonly lab: Lab }) {
  return (
    <section id={lab.id} aria-labelledby={`${lab.id}-title`} className="mt-12 scroll-mt-6">
      <h2 id={`${lab.id}-title`} className="font-semibold text-2xl tracking-tight">
        {lab.title}
      </h2>
      <p className="mt-1.5 max-w-prose text-muted">{lab.summary}</p>
      <ol className="mt-5 divide-y divide-line overflow-hidden rounded-lg border border-line">
        {lab.steps.map((step, index) => (
          <li key={step.id}>
            <Link
              href={`/labs/${lab.id}/${step.id}`}
              className="group flex items-start gap-4 p-5 hover:bg-surface"
            >
              <span
                aria-hidden="true"
                className="grid size-8 shrink-0 place-items-center rounded-full border border-line-strong font-medium text-sm tabular-nums"
              >
                {index + 1}
              </span>
              <span className="grow">
                <span className="font-medium">{step.title}</span>
                <span className="mt-0.5 block text-muted text-sm">{step.goal}</span>
                <span className="mt-2 flex items-center gap-1.5 text-muted text-xs">
                  <Clock aria-hidden="true" className="size-3.5" />
                  about {step.minutes} minutes · {step.visible.length} visible checks, and hidden
                  ones
                </span>
              </span>
              <ArrowRight
                aria-hidden="true"
                className="mt-1.5 size-4 shrink-0 text-muted group-hover:text-accent"
              />
            </Link>
          </li>
        ))}
      </ol>
    </section>
  )
}
