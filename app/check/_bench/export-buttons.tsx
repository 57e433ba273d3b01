'use client'
/** The history as a file, in the formats that other checkers read. */
import { Download } from 'lucide-react'
import { type History, writeJepsenEdn, writeJsonLines } from '#core'
import { Button } from '../../_ui/button.tsx'

const EXPORTS = [
  { name: 'EDN', file: 'history.edn', write: writeJepsenEdn },
  { name: 'JSON lines', file: 'history.jsonl', write: writeJsonLines },
] as const

export function ExportButtons({ history }: { readonly history: History }) {
  return (
    <div className="flex flex-wrap gap-2">
      {EXPORTS.map(({ name, file, write }) => (
        <Button
          key={file}
          look="secondary"
          size="small"
          onClick={() => download(file, write(history))}
        >
          <Download aria-hidden="true" className="size-4" />
          {name}
        </Button>
      ))}
    </div>
  )
}

function download(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/plain' }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  URL.revokeObjectURL(address)
}
