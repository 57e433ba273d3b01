/** What similar code says about people, which is little. */
import { SURE_TOKENS } from '../../_classes/similarity/fingerprints.ts'

interface WhatItShowsProps {
  /** Code that more learners than these have counts for nobody. */
  readonly commonAbove: number
  readonly learners: number
}

export function WhatItShows({ commonAbove, learners }: WhatItShowsProps) {
  return (
    <details className="max-w-prose rounded-lg border border-line bg-surface p-4 leading-relaxed">
      <summary className="cursor-pointer font-medium">
        How to read this: it finds equal code, and knows nothing about how it came about
      </summary>
      <ul className="mt-3 list-disc space-y-2 pl-5 text-sm">
        <li>
          Compared are the first submission that passed of each of the {learners} learners with a
          verdict, or the newest where none passed.
        </li>
        <li>
          Names, numbers, texts, comments and layout are left out, so renaming does not hide
          anything. A stretch of {SURE_TOKENS} equal tokens, some five lines, is always found,
          wherever it stands. Rewriting line by line is not.
        </li>
        <li>
          The starter counts for nobody, nor does code that more than {commonAbove} learners have:
          it has one source that all of them know, such as the lecture, the task or the obvious way.
          So a group of more than {commonAbove} does not show up here.
        </li>
        <li>
          Shares are of the code that counts, in the shorter of two programs. That may be a few
          lines: look at how much is marked.
        </li>
        <li>
          Two people who learned together, used the same book, or had one good idea each may well
          share code. Which of two was first, the times of handing in do not tell. Look at the
          submissions over time of each, and talk with them.
        </li>
        <li>
          Nothing is marked on any learner, and no grade depends on it. That you looked is in the
          history of the class.
        </li>
      </ul>
    </details>
  )
}
