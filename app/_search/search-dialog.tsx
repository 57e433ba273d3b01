'use client'
/** The search in front of a page; loaded when somebody wants it. */
import { Dialog } from '../_ui/dialog.tsx'
import { SearchPanel } from './search-panel.tsx'

interface SearchDialogProps {
  readonly usesKey: boolean
  readonly setUsesKey: (uses: boolean) => void
  readonly onClose: () => void
}

const NOTHING = { query: '', hits: [] } as const

export function SearchDialog({ usesKey, setUsesKey, onClose }: SearchDialogProps) {
  const onOpenChange = (isOpen: boolean) => {
    if (!isOpen) onClose()
  }
  return (
    <Dialog state={{ isOpen: true, onOpenChange }} title="Search">
      <SearchPanel first={NOTHING} place="dialog" onChoose={onClose} />
      <label className="mt-5 flex min-h-9 items-center gap-2 text-muted text-sm">
        <input
          type="checkbox"
          checked={usesKey}
          onChange={(event) => setUsesKey(event.target.checked)}
          className="size-4 accent-accent"
        />
        Plain keys, such as / for this search, do something
      </label>
    </Dialog>
  )
}
