'use client'
/** An editor of Monaco inside a component: made when its code has come, gone with the page. */
import { type RefObject, useEffect, useRef, useState } from 'react'
import type { EditorAssets } from './assets.ts'
import { loadMonaco, type Monaco } from './load-monaco.ts'
import { followTheme } from './monaco-theme.ts'

interface MonacoSessionOptions<Session> {
  readonly assets: EditorAssets
  /** Called once. What it closes over is as old as the editor. */
  readonly make: (monaco: Monaco, host: HTMLElement) => Session
  /** Called with the editor, and with undefined when it goes away. */
  readonly onReady: (session: Session | undefined) => void
  readonly onFailed: () => void
}

/** The element to put the editor into, and the editor once it is there. */
export function useMonacoSession<Session extends { dispose(): void }>(
  options: MonacoSessionOptions<Session>,
): { readonly host: RefObject<HTMLDivElement | null>; readonly session: Session | undefined } {
  const { assets } = options
  const host = useRef<HTMLDivElement>(null)
  const [session, setSession] = useState<Session>()
  const latest = useRef(options)
  // Always call the newest handlers: the editor itself is made once only.
  useEffect(() => {
    latest.current = options
  })
  // Monaco lives outside React: it is made when its code has come, and disposed of with the page.
  useEffect(() => {
    let isGone = false
    let dispose = () => {}
    loadMonaco(assets).then(
      (monaco) => {
        if (isGone || host.current === null) return
        const made = latest.current.make(monaco, host.current)
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
  return { host, session }
}
