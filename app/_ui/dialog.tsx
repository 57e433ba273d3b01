'use client'
/** A question or a form that must be dealt with before the page goes on. */
import { Dialog as BaseDialog } from '@base-ui/react/dialog'
import { X } from 'lucide-react'
import type { ReactElement, ReactNode } from 'react'
import { cn } from './class-names.ts'

interface DialogProps {
  /** The button that opens it; left out where the page opens it by `state`. */
  readonly trigger?: ReactElement
  /** For a dialog that something else opens, such as a key. */
  readonly state?: {
    readonly isOpen: boolean
    readonly onOpenChange: (isOpen: boolean) => void
    /** Called when it has gone. */
    readonly onClosed?: () => void
    /** False when `onClosed` places the focus; else it goes back to where it was. */
    readonly returnsFocus?: () => boolean
  }
  readonly title: string
  readonly description?: string
  /** `wide` takes nearly the whole window, for things to compare. */
  readonly size?: 'narrow' | 'wide'
  readonly children: ReactNode
}

const SIZES: Readonly<Record<NonNullable<DialogProps['size']>, string>> = {
  narrow: 'top-[12vh] max-h-[80vh] w-[min(34rem,calc(100vw-2rem))] p-6',
  wide: 'top-[4vh] flex max-h-[92vh] w-[min(84rem,calc(100vw-1rem))] flex-col p-4 sm:p-6',
}

export function Dialog(props: DialogProps) {
  const { trigger, state, title, description, size = 'narrow', children } = props
  return (
    <BaseDialog.Root
      open={state?.isOpen}
      onOpenChange={state?.onOpenChange}
      onOpenChangeComplete={(isOpen) => isOpen || state?.onClosed?.()}
    >
      {trigger === undefined ? null : <BaseDialog.Trigger render={trigger} />}
      <BaseDialog.Portal>
        <BaseDialog.Backdrop className="fixed inset-0 z-40 bg-[rgb(0_0_0/45%)]" />
        <BaseDialog.Popup
          finalFocus={() => state?.returnsFocus?.() ?? true}
          className={cn(
            'fixed left-1/2 z-50 -translate-x-1/2 overflow-y-auto rounded-lg border border-line',
            'bg-page text-text shadow-raised outline-none',
            SIZES[size],
          )}
        >
          <BaseDialog.Title className="pr-10 font-semibold text-lg">{title}</BaseDialog.Title>
          {description === undefined ? null : (
            <BaseDialog.Description className="mt-1 text-muted">
              {description}
            </BaseDialog.Description>
          )}
          <div className={cn('mt-4', size === 'wide' && 'flex min-h-0 grow flex-col')}>
            {children}
          </div>
          {/* Little of the page is left to press on beside a wide one. */}
          {size === 'wide' ? <CloseButton /> : null}
        </BaseDialog.Popup>
      </BaseDialog.Portal>
    </BaseDialog.Root>
  )
}

function CloseButton() {
  return (
    <BaseDialog.Close
      aria-label="Close"
      className="absolute top-2 right-2 grid size-11 place-items-center rounded-md hover:bg-surface-strong"
    >
      <X aria-hidden="true" className="size-4" />
    </BaseDialog.Close>
  )
}

/** Closes the dialog when pressed. */
export const DialogClose = BaseDialog.Close
