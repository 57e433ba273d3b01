'use client'
/** The keys of a command, each in a box. */
import { chordText } from './chord.ts'
import { useIsMac } from './use-is-mac.ts'

export function Keys({ keys }: { readonly keys: readonly string[] }) {
  const isMac = useIsMac()
  return keys.map((chord, index) => (
    <span key={chord}>
      {index > 0 ? <span className="mx-1 text-muted">or</span> : null}
      <kbd className="whitespace-nowrap rounded border border-line-strong bg-surface px-1.5 py-0.5 font-sans text-xs tabular-nums">
        {chordText(chord, isMac)}
      </kbd>
    </span>
  ))
}
