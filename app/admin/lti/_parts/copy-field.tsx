'use client'
/** A text to be taken elsewhere: it can be selected, or copied by a button. */
import { useState } from 'react'
import { Button } from '../../../_ui/button.tsx'

interface CopyFieldProps {
  /** What it is, for those who hear only the field or the button. */
  readonly name: string
  readonly value: string
}

export function CopyField({ name, value }: CopyFieldProps) {
  const [said, setSaid] = useState('')
  const copy = () =>
    navigator.clipboard.writeText(value).then(
      () => setSaid('Copied.'),
      () => setSaid('The browser does not permit it: select the text, and copy it by keyboard.'),
    )
  return (
    <div className="flex flex-wrap items-center gap-2">
      <input
        readOnly
        aria-label={name}
        value={value}
        onFocus={({ target }) => target.select()}
        className="min-h-10 min-w-0 flex-1 basis-64 rounded-md border border-line-strong bg-surface px-3 font-mono text-sm"
      />
      <Button
        look="secondary"
        size="small"
        aria-label={`Copy: ${name}`}
        onClick={() => void copy()}
      >
        Copy
      </Button>
      <span role="status" className="text-muted text-sm empty:hidden">
        {said}
      </span>
    </div>
  )
}
