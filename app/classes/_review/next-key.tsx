'use client'
/** The way to the next one who waits, by a key too; keys of one letter can be switched off. */
import { useEffect } from 'react'
import { buttonStyle } from '../../_ui/button-style.ts'
import { useStored } from '../../_ui/use-stored.ts'

interface NextKeyProps {
  readonly href: string
  /** Who it is, as names are shown. */
  readonly name: string
}

const TYPED = 'input:not([type="radio"], [type="checkbox"]), textarea, select, [contenteditable]'

export function NextKey({ href, name }: NextKeyProps) {
  const [isOn, setIsOn] = useStored('netsplit:review-key', true, asBoolean)
  // Keys are the browser's; a letter alone acts only outside of fields (WCAG 2.1.4).
  useEffect(() => {
    if (!isOn) return
    const go = (event: KeyboardEvent) => {
      const { key, target, ctrlKey, metaKey, altKey } = event
      if (key !== 'n' || ctrlKey || metaKey || altKey) return
      if (target instanceof Element && target.matches(TYPED)) return
      // A whole load, so that the browser asks about changes that are not kept.
      window.location.assign(href)
    }
    addEventListener('keydown', go)
    return () => removeEventListener('keydown', go)
  }, [isOn, href])
  return (
    <p className="flex flex-wrap items-center gap-x-4 gap-y-2 text-sm">
      <a href={href} className={buttonStyle({ size: 'small' })}>
        Next: {name}
      </a>
      <label className="inline-flex min-h-8 items-center gap-2 text-muted">
        <input
          type="checkbox"
          checked={isOn}
          onChange={({ target }) => setIsOn(target.checked)}
          className="size-4"
        />
        key <kbd className="rounded border border-line px-1">n</kbd> goes there
      </label>
    </p>
  )
}

function asBoolean(kept: unknown): boolean | undefined {
  return typeof kept === 'boolean' ? kept : undefined
}
