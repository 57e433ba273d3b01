'use client'
/** Hands an attempt in, after asking once more; it cannot be taken back. */
import { useState } from 'react'
import { Button } from '../../_ui/button.tsx'
import { counted } from '../../_ui/count-text.ts'
import { Dialog, DialogClose } from '../../_ui/dialog.tsx'
import { postJson } from './post-json.ts'

export function HandIn({
  attemptId,
  missing,
  onDone,
}: {
  readonly attemptId: string
  /** Questions without an answer that was kept. */
  readonly missing: number
  readonly onDone: () => void
}) {
  const [problem, setProblem] = useState('')
  const handIn = async () => {
    setProblem('')
    try {
      await postJson(`/api/quiz/attempts/${attemptId}/hand-in`, {})
      onDone()
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error))
    }
  }
  const description =
    missing === 0
      ? 'All questions are answered. They are judged, and cannot be changed any more.'
      : `${counted(missing, 'question has', 'questions have')} no answer yet and would count as not known. Answers cannot be changed any more.`
  return (
    <div className="mt-6 border-line border-t pt-4">
      <Dialog
        trigger={<Button look="secondary">Hand in</Button>}
        title="Hand in?"
        description={description}
      >
        <div className="flex flex-wrap gap-3">
          <Button onClick={handIn}>Hand in and see</Button>
          <DialogClose render={<Button look="secondary">Go on answering</Button>} />
        </div>
        <p role="alert" className="mt-2 text-fault text-sm empty:hidden">
          {problem}
        </p>
      </Dialog>
    </div>
  )
}
