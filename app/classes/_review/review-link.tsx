/** The way from a learner's work to what was said about it. */
import Link from 'next/link'
import type { PublishedReview } from '../../_server/classes/reviews/published-reviews.ts'

export function ReviewLink({ review }: { readonly review: PublishedReview }) {
  const { title, href, comments } = review
  return (
    <Link
      href={href}
      className="inline-flex min-h-6 items-center text-accent underline underline-offset-4"
    >
      Read the review of “{title}”
      {comments === 0 ? '' : ` (${comments} ${comments === 1 ? 'comment' : 'comments'})`}
    </Link>
  )
}
