'use client'
/** Opens the list of attempts. */
import { History } from 'lucide-react'
import { Button } from '../../../_ui/button.tsx'
import type { SlotProps } from '../slot.ts'

export function AttemptsButton({ workspace: { text } }: Pick<SlotProps, 'workspace'>) {
  return (
    <Button
      look="quiet"
      size="small"
      aria-label="Attempts"
      title="Your attempts at this step"
      className="max-md:min-h-11"
      onClick={text.history.showAttempts}
    >
      <History aria-hidden="true" className="size-4" />
    </Button>
  )
}
