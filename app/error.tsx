'use client'
/** A page that failed on our side. */
import { Notice } from './_shell/notice.tsx'
import { Button } from './_ui/button.tsx'
import { LinkButton } from './_ui/link-button.tsx'

export default function ErrorPage({
  error,
  reset,
}: {
  readonly error: Error & { readonly digest?: string }
  readonly reset: () => void
}) {
  const reference = error.digest === undefined ? '' : ` Its reference is ${error.digest}.`
  return (
    <Notice
      sign="info"
      title="This page failed, and it was not you"
      text={`Something went wrong on our side. Your code is kept in this browser, and what you submitted is stored.${reference}`}
    >
      <Button onClick={reset}>Try again</Button>
      <LinkButton href="/" look="secondary">
        Home
      </LinkButton>
    </Notice>
  )
}
