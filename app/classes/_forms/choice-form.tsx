'use client'
/** One choice in a row of a table; it is sent by a button, so that arrow keys send nothing. */
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { send } from '../../_accounts/send.ts'
import { Button } from '../../_ui/button.tsx'

interface ChoiceFormProps {
  readonly label: string
  readonly path: string
  /** Of the field that is sent. */
  readonly name: string
  readonly value: string
  readonly options: readonly (readonly [value: string, text: string])[]
}

export function ChoiceForm({ label, path, name, value, options }: ChoiceFormProps) {
  const router = useRouter()
  const [chosen, setChosen] = useState(value)
  const [problem, setProblem] = useState('')
  const save = async () => {
    const sent = await send({ method: 'POST', path, body: { [name]: chosen } })
    setProblem(sent.kind === 'done' ? '' : sent.error)
    if (sent.kind === 'done') router.refresh()
  }
  return (
    <div>
      <div className="flex items-center gap-2">
        <select
          aria-label={label}
          value={chosen}
          onChange={({ target }) => setChosen(target.value)}
          className="min-h-9 rounded-md border border-line-strong bg-page px-2 text-sm pointer-coarse:min-h-11"
        >
          {options.map(([option, text]) => (
            <option key={option} value={option}>
              {text}
            </option>
          ))}
        </select>
        {chosen === value ? null : (
          <Button size="small" aria-label={`Save: ${label}`} onClick={() => void save()}>
            Save
          </Button>
        )}
      </div>
      <p role="alert" className="max-w-60 text-sm text-violation empty:hidden">
        {problem}
      </p>
    </div>
  )
}
