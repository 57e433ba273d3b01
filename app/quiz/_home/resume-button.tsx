'use client'
/** Takes a card that was put aside back into the reviews. */
import { useRouter } from 'next/navigation'
import { outbox } from '../../_quiz/offline/outbox-here.ts'
import { useOutbox } from '../../_quiz/offline/use-outbox.ts'
import { Button } from '../../_ui/button.tsx'
import { newVersion } from '../../labs/_workspace/drafts/new-version.ts'

export function ResumeButton({
  ownerId,
  cardId,
  title,
}: {
  readonly ownerId: string | undefined
  readonly cardId: string
  readonly title: string
}) {
  const router = useRouter()
  useOutbox(ownerId)
  const resume = () => {
    const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
    const at = new Date().toISOString()
    outbox.put({ kind: 'resume', id: newVersion(), cardId, at, timeZone }).then(
      () => router.refresh(),
      () => undefined,
    )
  }
  return (
    <Button look="secondary" size="small" onClick={resume}>
      Take back<span className="sr-only">: {title}</span>
    </Button>
  )
}
