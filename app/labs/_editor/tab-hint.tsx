'use client'
/** Says once, at the first focus, how the keyboard leaves the editor. */
import { Button } from '../../_ui/button.tsx'
import { useIsMac } from '../_workspace/commands/use-is-mac.ts'

/** The editor's own keys, which differ between systems. */
function useTabKeys(): string {
  return useIsMac() ? 'Ctrl+Shift+M' : 'Ctrl+M'
}

export function TabHint({ onClose }: { readonly onClose: () => void }) {
  const keys = useTabKeys()
  return (
    <div
      role="status"
      className="absolute right-4 bottom-3 z-10 flex items-center gap-3 rounded-lg border border-line-strong bg-page py-1 pr-1 pl-4 text-sm shadow-raised"
    >
      <p>
        Tab indents here. <kbd className="font-medium font-sans">{keys}</kbd>: Tab moves focus.
      </p>
      <Button look="quiet" size="small" onClick={onClose}>
        Got it
      </Button>
    </div>
  )
}
