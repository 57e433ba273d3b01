'use client'
/** The editor's own view of a difference, side by side or in one column. */
import { useEffect, useRef, useState } from 'react'
import type { EditorAssets } from './assets.ts'
import { type DiffOptions, DiffSession } from './diff-session.ts'
import { loadMonaco } from './load-monaco.ts'
import { followTheme } from './monaco-theme.ts'

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
  const { assets, left, right, isSideBySide, preferences } = props
  const host = useRef<HTMLDivElement>(null)
  const [session, setSession] = useState<DiffSession>()
  const latest = useRef(props)
  // Always call the newest handlers: the editor itself is made once only.
  useEffect(() => {
    latest.current = props
  })
  // Monaco lives outside React: it is made when its code has come, and disposed of with the page.
  useEffect(() => {
    let isGone = false
    let dispose = () => {}
    loadMonaco(assets).then(
      (monaco) => {
        if (isGone || host.current === null) return
        const made = new DiffSession(monaco, host.current, latest.current.label)
        const unfollow = followTheme(monaco)
        latest.current.onReady(made)
        setSession(made)
        dispose = () => {
          unfollow()
          latest.current.onReady(undefined)
          setSession(undefined)
          made.dispose()
        }
      },
      () => latest.current.onFailed(),
    )
    return () => {
      isGone = true
      dispose()
    }
  }, [assets])
  // The editor's own state follows what is compared and how the reader likes it.
  useEffect(() => session?.show(left, right), [session, left, right])
  useEffect(
    () => session?.setOptions({ isSideBySide, preferences }),
    [session, isSideBySide, preferences],
  )
  return <div ref={host} className="h-full min-h-0" />
}
