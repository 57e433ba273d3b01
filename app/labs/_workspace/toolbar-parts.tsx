'use client'
/** Buttons that parts of the page put into the bar, left of Run and Submit. */
import { AttemptsButton } from './attempts/attempts-button.tsx'
import { ResetDialog } from './reset-dialog.tsx'
import type { SlotProps } from './slot.ts'

export function ToolbarParts({ workspace }: SlotProps) {
  return (
    <>
      <AttemptsButton workspace={workspace} />
      <ResetDialog onReset={workspace.reset} />
    </>
  )
}
