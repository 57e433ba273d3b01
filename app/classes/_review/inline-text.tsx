/** Words of a person as they wrote them: plain text, its line ends, and code between backticks. */
import { splitInlineCode } from '../../_classes/reviews/inline-code.ts'

export function InlineText({ text }: { readonly text: string }) {
  return (
    <p className="max-w-prose whitespace-pre-wrap break-words leading-relaxed">
      {splitInlineCode(text).map(({ at, kind, text: piece }) =>
        kind === 'plain' ? (
          piece
        ) : (
          <code key={at} className="rounded bg-surface-strong px-1 py-0.5 font-mono text-[0.92em]">
            {piece}
          </code>
        ),
      )}
    </p>
  )
}
