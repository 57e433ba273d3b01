'use client'
/** Starts a named quiz, or goes on with the open attempt. */
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Button } from '../../_ui/button.tsx'
import { postJson } from './post-json.ts'

export function StartButton({
  setId,
  ownerId,
  isOpen,
}: {
  readonly setId: string
  readonly ownerId: string | undefined
  readonly isOpen: boolean
}) {
  const router = useRouter()
  const [problem, setProblem] = useState('')
  const start = async () => {
    setProblem('')
    try {
      const answer = await postJson('/api/quiz/attempts', { setId, ownerId })
      const { id } = (answer ?? {}) as { readonly id?: string }
      if (id !== undefined) router.push(`/quiz/${setId}/${id}`)
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error))
    }
  }
  return (
    <>
      <Button size="large" onClick={start}>
        {isOpen ? 'Go on with your attempt' : 'Begin'}
      </Button>
      <p role="alert" className="mt-2 text-fault text-sm empty:hidden">
        {problem}
      </p>
    </>
  )
}
