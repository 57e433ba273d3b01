'use client'
/** A question or a form that must be dealt with before the page goes on. */
import { Dialog as BaseDialog } from '@base-ui/react/dialog'
import type { ReactElement, ReactNode } from 'react'

interface DialogProps {
  /** The button that opens it. */
  readonly trigger: ReactElement
  readonly title: string
  readonly description?: string
  readonly children: ReactNode
}

export function Dialog({ trigger, title, description, children }: DialogProps) {
  return (
    <BaseDialog.Root>
      <BaseDialog.Trigger render={trigger} />
      <BaseDialog.Portal>
        <BaseDialog.Backdrop className="fixed inset-0 z-40 bg-[rgb(0_0_0/45%)]" />
        <BaseDialog.Popup className="fixed top-[12vh] left-1/2 z-50 max-h-[80vh] w-[min(34rem,calc(100vw-2rem))] -translate-x-1/2 overflow-y-auto rounded-lg border border-line bg-page p-6 text-text shadow-raised outline-none">
          <BaseDialog.Title className="font-semibold text-lg">{title}</BaseDialog.Title>
          {description === undefined ? null : (
            <BaseDialog.Description className="mt-1 text-muted">
              {description}
            </BaseDialog.Description>
          )}
          <div className="mt-4">{children}</div>
        </BaseDialog.Popup>
      </BaseDialog.Portal>
    </BaseDialog.Root>
  )
}

/** Closes the dialog when pressed. */
export const DialogClose = BaseDialog.Close
