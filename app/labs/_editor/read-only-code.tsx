/** Code to read: on phones, and until the editor has been loaded. */
import { highlight, type Piece } from './highlight.ts'

const STYLES: Readonly<Record<Piece['kind'], string>> = {
  plain: '',
  comment: 'text-muted',
  string: 'text-pass',
  number: 'text-fault',
  keyword: 'text-accent',
}

export function ReadOnlyCode({ source }: { readonly source: string }) {
  return (
    // What scrolls must be reachable with the keyboard.
    <pre
      aria-label="Your code"
      tabIndex={0}
      className="min-h-full w-max min-w-full py-2.5 pr-4 pl-4 font-mono text-[13.5px] [font-variant-ligatures:none] leading-[21px] md:pl-[52px]"
    >
      <code>
        {highlight(source).map(({ at, kind, text }) => (
          <span key={at} className={STYLES[kind]}>
            {text}
          </span>
        ))}
      </code>
    </pre>
  )
}
