'use client'
/** A line that says what has just happened, with the way back. It waits until it is closed. */
import { X } from 'lucide-react'

export interface NoticeText {
  readonly text: string
  readonly action?: { readonly label: string; readonly run: () => void }
}

interface NoticeProps {
  readonly notice: NoticeText | undefined
  readonly onClose: () => void
}

export function Notice({ notice, onClose }: NoticeProps) {
  return (
    // Always there, so that screen readers hear what comes into it.
    <div role="status" className="pointer-events-none fixed inset-x-3 bottom-16 z-30 md:bottom-4">
      {notice === undefined ? null : (
        <div className="pointer-events-auto mx-auto flex min-h-11 w-fit max-w-[26rem] items-center gap-3 rounded-lg border border-line-strong bg-page py-1 pr-1 pl-4 text-sm shadow-raised md:mx-0">
          <p>{notice.text}</p>
          <NoticeAction action={notice.action} onClose={onClose} />
          <button
            type="button"
            aria-label="Dismiss"
            onClick={onClose}
            className="grid size-9 shrink-0 place-items-center rounded-md hover:bg-surface-strong pointer-coarse:size-11"
          >
            <X aria-hidden="true" className="size-4" />
          </button>
        </div>
      )}
    </div>
  )
}

function NoticeAction({
  action,
  onClose,
}: {
  readonly action: NoticeText['action']
  readonly onClose: () => void
}) {
  if (action === undefined) return null
  return (
    <button
      type="button"
      onClick={() => {
        action.run()
        onClose()
      }}
      className="min-h-9 shrink-0 font-medium text-accent underline underline-offset-2 pointer-coarse:min-h-11"
    >
      {action.label}
    </button>
  )
}
