'use client'
/** Code to read: on phones, beside a plain editor, and until the full one has been loaded. */
import { useEffect, useRef } from 'react'
import { highlight } from './highlight.ts'
import { PIECE_STYLES } from './highlight-lines.ts'

const LINE_PX = 21
const PADDING_PX = 10

interface ReadOnlyCodeProps {
  /** What code it is. */
  readonly label: string
  readonly source: string
  /** A line to bring into view and to mark, from 1. A new object asks for it once more. */
  readonly target?: { readonly line: number } | undefined
}

export function ReadOnlyCode({ label, source, target }: ReadOnlyCodeProps) {
  const mark = useRef<HTMLSpanElement>(null)
  // Where the page is scrolled to is the browser's affair.
  useEffect(() => {
    if (target !== undefined) mark.current?.scrollIntoView({ block: 'center' })
  }, [target])
  return (
    // What scrolls must be reachable with the keyboard.
    <pre
      aria-label={label}
      data-pane-focus=""
      tabIndex={0}
      style={{ paddingBlock: PADDING_PX, lineHeight: `${LINE_PX}px` }}
      className="relative min-h-full w-max min-w-full pr-4 pl-4 font-mono text-[13.5px] [font-variant-ligatures:none] md:pl-[52px]"
    >
      {target === undefined ? null : (
        <span
          ref={mark}
          data-line={target.line}
          className="absolute inset-x-0 border-accent border-l-4 bg-surface-strong"
          style={{ top: PADDING_PX + (target.line - 1) * LINE_PX, height: LINE_PX }}
        />
      )}
      <code className="relative">
        {highlight(source).map(({ at, kind, text }) => (
          <span key={at} className={PIECE_STYLES[kind]}>
            {text}
          </span>
        ))}
      </code>
    </pre>
  )
}
