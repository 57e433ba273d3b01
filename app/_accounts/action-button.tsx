'use client'
/** A button that asks the server for one thing, after a question where it cannot be undone. */
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Button } from '../_ui/button.tsx'
import { Dialog, DialogClose } from '../_ui/dialog.tsx'
import { type ServerRequest, send } from './send.ts'

interface ActionButtonProps extends ServerRequest {
  readonly children: string
  /** For those who do not see what it stands beside. */
  readonly label?: string
  readonly done: string
  /** Asked before it is done. */
  readonly question?: { readonly title: string; readonly text: string }
  readonly size?: 'small' | 'medium'
  readonly next?: string
}

export function ActionButton(props: ActionButtonProps) {
  const { children, label, question, size = 'small', done, next, ...request } = props
  const router = useRouter()
  const [said, setSaid] = useState({ isTrouble: false, text: '' })
  const [isSending, setIsSending] = useState(false)
  const act = async () => {
    setIsSending(true)
    const sent = await send(request)
    setIsSending(false)
    const isDone = sent.kind === 'done'
    setSaid({ isTrouble: !isDone, text: isDone ? done : sent.error })
    if (!isDone) return
    if (next === undefined) router.refresh()
    else window.location.assign(next)
  }
  const button = (
    <Button
      look="secondary"
      size={size}
      aria-label={label}
      disabled={isSending}
      {...(question === undefined ? { onClick: () => void act() } : {})}
    >
      {children}
    </Button>
  )
  return (
    <div>
      {question === undefined ? (
        button
      ) : (
        <Dialog trigger={button} title={question.title} description={question.text}>
          <div className="flex flex-wrap gap-3">
            <DialogClose render={<Button onClick={() => void act()}>{children}</Button>} />
            <DialogClose render={<Button look="secondary">Leave it</Button>} />
          </div>
        </Dialog>
      )}
      <p
        role={said.isTrouble ? 'alert' : 'status'}
        className={`text-sm empty:hidden ${said.isTrouble ? 'text-violation' : 'text-muted'}`}
      >
        {said.text}
      </p>
    </div>
  )
}
