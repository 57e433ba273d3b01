'use client'
/** A roster out of a file or the clipboard: first what it would do, then doing it. */
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { send } from '../../_accounts/send.ts'
import type { RosterProblem } from '../../_classes/roster/parse-roster.ts'
import type { RosterPlan } from '../../_classes/roster/plan-roster.ts'
import { Button } from '../../_ui/button.tsx'
import { RosterPreview } from './roster-preview.tsx'

type Preview = RosterPlan & { readonly problems: readonly RosterProblem[] }

type Said =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'done' | 'problem'; readonly text: string }

export function RosterImport({ classId }: { readonly classId: string }) {
  const router = useRouter()
  const [text, setText] = useState('')
  const [preview, setPreview] = useState<Preview>()
  const [said, setSaid] = useState<Said>({ kind: 'nothing' })
  const path = `/api/classes/${classId}/roster`
  const change = (next: string) => {
    setText(next)
    setPreview(undefined)
    setSaid({ kind: 'nothing' })
  }
  const look = async () => {
    const sent = await send({ method: 'POST', path: `${path}/preview`, body: { text } })
    if (sent.kind === 'done') setPreview(sent.value as Preview)
    else setSaid({ kind: 'problem', text: sent.error })
  }
  const take = async () => {
    const sent = await send({ method: 'POST', path, body: { text } })
    if (sent.kind === 'refused') return setSaid({ kind: 'problem', text: sent.error })
    const { added, changed } = sent.value as { readonly added: number; readonly changed: number }
    setPreview(undefined)
    setSaid({ kind: 'done', text: `Imported: ${added} new, ${changed} changed.` })
    router.refresh()
  }
  const count = preview?.lines.filter(({ effect }) => effect !== 'same').length ?? 0
  return (
    <div className="grid gap-5">
      <RosterSource text={text} onChange={change} />
      <div>
        <Button look={preview === undefined ? 'primary' : 'secondary'} onClick={() => void look()}>
          See what it would do
        </Button>
      </div>
      <div aria-live="polite">
        {preview === undefined ? null : <RosterPreview {...preview} />}
        {said.kind === 'done' ? <p>{said.text}</p> : null}
      </div>
      <p role="alert" className="text-sm text-violation empty:hidden">
        {said.kind === 'problem' ? said.text : ''}
      </p>
      {count === 0 ? null : (
        <div>
          <Button onClick={() => void take()}>
            Import {count} {count === 1 ? 'line' : 'lines'}
          </Button>
        </div>
      )}
    </div>
  )
}

interface RosterSourceProps {
  readonly text: string
  readonly onChange: (text: string) => void
}

function RosterSource({ text, onChange }: RosterSourceProps) {
  return (
    <div className="max-w-2xl">
      <label className="block font-medium text-sm">
        A file
        <input
          type="file"
          accept=".csv,.tsv,.txt,text/csv,text/plain"
          onChange={({ target }) => void target.files?.[0]?.text().then(onChange)}
          className="mt-1 block min-h-10 text-sm"
        />
      </label>
      <label className="mt-4 block font-medium text-sm">
        or its text
        <textarea
          value={text}
          rows={8}
          spellCheck={false}
          placeholder={'e-mail,name,section\nada@example.org,Ada Lovelace,Monday'}
          onChange={({ target }) => onChange(target.value)}
          className="mt-1 w-full rounded-md border border-line-strong bg-page p-3 font-mono text-sm"
        />
      </label>
    </div>
  )
}
