'use client'
/** The editor's own view of a difference, side by side or in one column. */
import { useEffect } from 'react'
import type { EditorAssets } from './assets.ts'
import { type DiffOptions, DiffSession } from './diff-session.ts'
import { useMonacoSession } from './use-monaco-session.ts'

interface MonacoDiffProps extends DiffOptions {
  readonly assets: EditorAssets
  readonly left: string
  readonly right: string
  /** What the two texts are. It names the editors once: give each label a key of its own. */
  readonly label: string
  /** Called with what goes from change to change, and with undefined when it goes away. */
  readonly onReady: (session: DiffSession | undefined) => void
  readonly onFailed: () => void
}

export function MonacoDiff(props: MonacoDiffProps) {
  const { assets, left, right, label, isSideBySide, preferences, onReady, onFailed } = props
  const { host, session } = useMonacoSession({
    assets,
    make: (monaco, element) => new DiffSession(monaco, element, label),
    onReady,
    onFailed,
  })
  // The editor's own state follows what is compared and how the reader likes it.
  useEffect(() => session?.show(left, right), [session, left, right])
  useEffect(
    () => session?.setOptions({ isSideBySide, preferences }),
    [session, isSideBySide, preferences],
  )
  return <div ref={host} className="h-full min-h-0" />
}
