/** No page at this address. */
import type { Metadata } from 'next'
import { Notice } from './_shell/notice.tsx'
import { LinkButton } from './_ui/link-button.tsx'

export const metadata: Metadata = { title: 'Not found' }

export default function NotFound() {
  return (
    <Notice
      sign="fail"
      title="There is no page at this address"
      text="The address may be mistyped, or it belongs to a lesson that is not written yet. The course map shows what is ready."
    >
      <LinkButton href="/learn">To the course map</LinkButton>
      <LinkButton href="/" look="secondary">
        Home
      </LinkButton>
    </Notice>
  )
}
