'use client'
/** A line that says what has just happened, with the way back. */
import { X } from 'lucide-react'

export interface NoticeText {
  readonly text: string
  readonly action?: { readonly label: string; readonly run: () => void }
}

interface NoticeProps {
  readonly notice: NoticeText
  readonly onClose: () => void
}

export function Notice({ notice: { text, action }, onClose }: NoticeProps) {
  return (
    <div
      role="status"
      className="flex min-h-10 items-center gap-4 border-line border-b bg-surface-strong px-4 py-1 text-sm"
    >
      <p>{text}</p>
      {action === undefined ? null : (
        <button
          type="button"
          onClick={() => {
            action.run()
            onClose()
          }}
          className="min-h-8 shrink-0 font-medium text-accent underline underline-offset-2"
        >
          {action.label}
        </button>
      )}
      <button
        type="button"
        aria-label="Dismiss"
        onClick={onClose}
        className="ml-auto grid size-8 shrink-0 place-items-center rounded-md hover:bg-surface"
      >
        <X aria-hidden="true" className="size-4" />
      </button>
    </div>
  )
}
