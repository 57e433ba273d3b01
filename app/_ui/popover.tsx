'use client'
/** A small panel beside the thing that opened it; closes with Escape or a press outside. */
import { Popover as BasePopover } from '@base-ui/react/popover'
import type { ReactElement, ReactNode } from 'react'
import { cn } from './class-names.ts'

interface PopoverProps {
  /** The `<button>` that opens the panel. */
  readonly trigger: ReactElement
  readonly side?: 'top' | 'bottom'
  readonly align?: 'start' | 'center' | 'end'
  readonly className?: string
  readonly children: ReactNode
}

export function Popover(props: PopoverProps) {
  const { trigger, side = 'bottom', align = 'center', className, children } = props
  return (
    <BasePopover.Root>
      <BasePopover.Trigger render={trigger} />
      <BasePopover.Portal>
        <BasePopover.Positioner side={side} align={align} sideOffset={8} collisionPadding={12}>
          <BasePopover.Popup
            className={cn(
              'z-50 w-max max-w-[min(22rem,calc(100vw-1.5rem))] rounded-lg border border-line',
              'bg-page p-4 text-sm text-text leading-relaxed shadow-raised outline-none',
              className,
            )}
          >
            {children}
          </BasePopover.Popup>
        </BasePopover.Positioner>
      </BasePopover.Portal>
    </BasePopover.Root>
  )
}

/** Names the panel for screen readers. */
export const PopoverTitle = BasePopover.Title
export const PopoverDescription = BasePopover.Description
