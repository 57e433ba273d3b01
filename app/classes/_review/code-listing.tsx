/** Code with its line numbers, and whatever stands under its lines. */
import { Fragment, type ReactNode } from 'react'
import { highlightLines, PIECE_STYLES } from '../../labs/_editor/highlight-lines.ts'

/** Something that stands under a line, from 1. */
export interface UnderLine {
  readonly key: string
  readonly line: number
  readonly node: ReactNode
}

interface CodeListingProps {
  /** What code it is. */
  readonly label: string
  readonly source: string
  readonly under: readonly UnderLine[]
  /** Lines that are marked, such as those that were chosen. */
  readonly isMarked?: (line: number) => boolean
  /** The number of a line; where it is left out, numbers are for reading alone. */
  readonly renderNumber?: (line: number) => ReactNode
}

export function CodeListing({ label, source, under, isMarked, renderNumber }: CodeListingProps) {
  return (
    <table className="w-full table-fixed border-collapse [font-variant-ligatures:none]">
      <caption className="sr-only">{label}</caption>
      <thead className="sr-only">
        <tr>
          <th scope="col">Line</th>
          <th scope="col">Code, and what is said about it</th>
        </tr>
      </thead>
      <tbody>
        {highlightLines(source).map((pieces, index) => {
          const line = index + 1
          return (
            // Lines have no name but their number, and do not move within one submission.
            <Fragment key={line}>
              <tr
                className={`border-l-4 ${
                  isMarked?.(line) === true
                    ? 'border-accent bg-surface-strong'
                    : 'border-transparent'
                }`}
              >
                <td className="w-12 select-none p-0 text-right align-top">
                  {renderNumber === undefined ? <LineNumber line={line} /> : renderNumber(line)}
                </td>
                <td className="whitespace-pre-wrap break-words py-px pr-3 pl-2 align-top font-mono text-[13px] leading-5">
                  {pieces.map(({ at, kind, text }) => (
                    <span key={at} className={PIECE_STYLES[kind]}>
                      {text}
                    </span>
                  ))}
                </td>
              </tr>
              {under
                .filter((one) => one.line === line)
                .map(({ key, node }) => (
                  <tr key={key}>
                    <td colSpan={2} className="px-2 py-2 sm:pl-12">
                      {node}
                    </td>
                  </tr>
                ))}
            </Fragment>
          )
        })}
      </tbody>
    </table>
  )
}

function LineNumber({ line }: { readonly line: number }) {
  return (
    <span className="block px-1.5 py-px font-mono text-[13px] text-muted leading-5 tabular-nums">
      {line}
    </span>
  )
}
