/** Judges histories that people bring along. */
import type { Metadata } from 'next'
import { PageTitle } from '../_shell/page-title.tsx'
import { CheckBench } from './_bench/check-bench.tsx'

export const metadata: Metadata = {
  title: 'Check a history',
  description:
    'Paste what the clients of your system saw, and learn which consistency it kept: linearizable, causal, serializable and the rest.',
}

export default function CheckPage() {
  return (
    <div className="mx-auto w-full max-w-6xl px-4 py-12 sm:px-6 sm:py-16">
      <PageTitle title="Check a history">
        Bring what the clients of a system asked and were told, and see which levels of consistency
        it kept. Everything happens in this page: your history is not sent anywhere.
      </PageTitle>
      <noscript>
        <p className="mb-8 max-w-[65ch] font-medium">
          The checkers run in your browser: to use this page, switch JavaScript on.
        </p>
      </noscript>
      <CheckBench />
    </div>
  )
}
