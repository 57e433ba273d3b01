'use client'
/** Copies a text, and says whether that worked. */
import { Copy } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../../../_ui/button.tsx'

interface CopyButtonProps {
  readonly label: string
  /** Made when it is asked for: it may be long. */
  readonly text: () => string
}

export function CopyButton({ label, text }: CopyButtonProps) {
  const [outcome, setOutcome] = useState('')
  const copy = () => {
    navigator.clipboard.writeText(text()).then(
      () => setOutcome('Copied.'),
      () => setOutcome('Your browser did not allow it: select the text and copy it yourself.'),
    )
  }
  return (
    <span className="inline-flex items-center gap-2">
      <Button look="secondary" size="small" onClick={copy} className="pointer-coarse:min-h-11">
        <Copy aria-hidden="true" className="size-3.5" />
        {label}
      </Button>
      <span role="status" className="text-muted text-xs">
        {outcome}
      </span>
    </span>
  )
}
