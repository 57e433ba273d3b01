'use client'
/** Asks before the learner's code gives way to the starter. */
import { RotateCcw } from 'lucide-react'
import { Button } from '../../_ui/button.tsx'
import { Dialog, DialogClose } from '../../_ui/dialog.tsx'

export function ResetDialog({ onReset }: { readonly onReset: () => void }) {
  return (
    <Dialog
      trigger={
        <Button
          look="quiet"
          size="small"
          aria-label="Reset to the starter"
          title="Reset to the starter"
          className="px-2.5! pointer-coarse:min-h-11 pointer-coarse:min-w-11"
        >
          <RotateCcw aria-hidden="true" className="size-4" />
        </Button>
      }
      title="Start this step again?"
      description="Your code is replaced by the starter. You can undo it, and what you submitted is kept."
    >
      <div className="flex justify-end gap-2">
        <DialogClose render={<Button look="secondary" />}>Keep my code</DialogClose>
        <DialogClose render={<Button onClick={onReset} />}>Reset to the starter</DialogClose>
      </div>
    </Dialog>
  )
}
