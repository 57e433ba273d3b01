'use client'
/** Saved comments: found by their words, put into the form, removed. */
import { useState } from 'react'
import { ActionButton } from '../../_accounts/action-button.tsx'
import { findSaved, type SavedView } from '../../_classes/reviews/saved-comments.ts'
import { Button } from '../../_ui/button.tsx'

interface SavedPickerProps {
  readonly saved: readonly SavedView[]
  readonly savedPath: string
  readonly onInsert: (saved: SavedView) => void
}

const SHOWN_MAX = 8

export function SavedPicker({ saved, savedPath, onInsert }: SavedPickerProps) {
  const [typed, setTyped] = useState('')
  if (saved.length === 0) return null
  const found = findSaved(saved, typed)
  return (
    <details>
      <summary className="min-h-8 cursor-pointer font-medium text-accent text-sm">
        Saved comments ({saved.length})
      </summary>
      <label className="mt-1 block font-medium text-sm">
        Find
        <input
          type="search"
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
          className="mt-1 block min-h-9 w-full rounded-md border border-line-strong bg-page px-3 text-base pointer-coarse:min-h-11"
        />
      </label>
      <p role="status" className="mt-1 text-muted text-sm">
        {found.length === 0
          ? 'None has these words.'
          : `${found.length} found${found.length > SHOWN_MAX ? `, the ${SHOWN_MAX} most used are shown` : ''}.`}
      </p>
      <ul className="mt-1 border-line border-t">
        {found.slice(0, SHOWN_MAX).map((one) => (
          <li key={one.id} className="flex flex-wrap items-start gap-3 border-line border-b py-2">
            <div className="min-w-0 grow basis-52">
              <p className="font-medium text-sm">{one.title}</p>
              <p className="line-clamp-2 break-words text-muted text-sm">{one.text}</p>
              <p className="text-muted text-xs">
                used {one.uses} {one.uses === 1 ? 'time' : 'times'}
              </p>
            </div>
            <Button
              size="small"
              look="secondary"
              aria-label={`Insert: ${one.title}`}
              onClick={() => onInsert(one)}
            >
              Insert
            </Button>
            <ActionButton
              method="DELETE"
              path={`${savedPath}/${one.id}`}
              label={`Remove the saved comment: ${one.title}`}
              done="Removed."
            >
              Remove
            </ActionButton>
          </li>
        ))}
      </ul>
    </details>
  )
}
