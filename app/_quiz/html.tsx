/** Text of questions, which the content build made HTML of our own Markdown. */
import { cn } from '../_ui/class-names.ts'

interface HtmlProps {
  readonly html: string
  readonly className?: string
}

/** Paragraphs, lists, code. */
export function Html({ html, className }: HtmlProps) {
  return (
    <div
      className={cn('prose quiz-prose max-w-none', className)}
      // Nothing that a learner wrote ever comes here: content/schema/compiled-question.ts.
      dangerouslySetInnerHTML={{ __html: html }}
    />
  )
}

/** A few words in a line. */
export function InlineHtml({ html, className }: HtmlProps) {
  return (
    <span
      className={cn('quiz-words', className)}
      // As above.
      dangerouslySetInnerHTML={{ __html: html }}
    />
  )
}
