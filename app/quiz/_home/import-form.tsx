'use client'
/** Takes reviews out as CSV, and in again: the same file twice changes nothing. */
import { useRouter } from 'next/navigation'
import { useId, useState } from 'react'
import { LinkButton } from '../../_ui/link-button.tsx'

export function ImportForm({ ownerId }: { readonly ownerId: string | undefined }) {
  const id = useId()
  const router = useRouter()
  const [said, setSaid] = useState('')
  const [problem, setProblem] = useState('')
  const take = async (file: File | undefined) => {
    if (file === undefined) return
    setSaid('')
    setProblem('')
    const query = ownerId === undefined ? '' : `?owner=${encodeURIComponent(ownerId)}`
    const response = await fetch(`/api/quiz/import${query}`, {
      method: 'POST',
      headers: { 'content-type': 'text/csv' },
      body: file,
    }).catch(() => undefined)
    const body: unknown = await response?.json().catch(() => undefined)
    const text = (name: string) =>
      typeof body === 'object' && body !== null && name in body
        ? String((body as Readonly<Record<string, unknown>>)[name])
        : undefined
    if (response?.ok === true) {
      setSaid(text('said') ?? 'Taken in.')
      router.refresh()
    } else {
      setProblem(text('error') ?? 'You are offline: the file can be taken in when you are back.')
    }
  }
  return (
    <div className="mt-8 border-line border-t pt-6">
      <h3 className="font-semibold">Take it with you</h3>
      <p className="mt-1 max-w-[65ch] text-muted text-sm leading-relaxed">
        Your reviews as CSV, one line each, to keep or to take into another account. The flash cards
        as CSV can be imported into Anki and others: front, back, tags.
      </p>
      <div className="mt-3 flex flex-wrap items-center gap-3">
        <LinkButton href="/api/quiz/export" prefetch={false} look="secondary" size="small">
          Reviews as CSV
        </LinkButton>
        <LinkButton href="/api/quiz/export?of=cards" prefetch={false} look="secondary" size="small">
          Flash cards as CSV
        </LinkButton>
        <label htmlFor={id} className="text-sm">
          Take reviews in:
        </label>
        <input
          id={id}
          type="file"
          accept=".csv,text/csv"
          onChange={({ target }) => take(target.files?.[0])}
          className="max-w-full text-sm"
        />
      </div>
      <p role="status" className="mt-2 text-sm empty:hidden">
        {said}
      </p>
      <p role="alert" className="mt-2 text-fault text-sm empty:hidden">
        {problem}
      </p>
    </div>
  )
}
