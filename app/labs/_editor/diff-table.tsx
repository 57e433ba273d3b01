/** The difference of two texts as a table: what screen readers and small screens get. */
import { cn } from '../../_ui/class-names.ts'
import { type DiffHunk, type DiffLine, hunksOf } from './line-diff.ts'

interface DiffTableProps {
  readonly lines: readonly DiffLine[]
  /** What the two texts are. */
  readonly caption: string
}

const SIGNS: Readonly<Record<DiffLine['kind'], { sign: string; word: string; style: string }>> = {
  same: { sign: '', word: '', style: 'border-transparent' },
  removed: { sign: '−', word: 'removed', style: 'border-fault bg-surface-strong' },
  added: { sign: '+', word: 'added', style: 'border-accent bg-surface' },
}

export function DiffTable({ lines, caption }: DiffTableProps) {
  const hunks = hunksOf(lines)
  if (hunks.length === 0) return <p className="px-4 py-3">The two are the same.</p>
  return (
    <table className="w-full border-collapse font-mono text-[13px] leading-5 [font-variant-ligatures:none]">
      <caption className="sr-only">{caption}</caption>
      <thead className="sr-only">
        <tr>
          <th scope="col">Line on the left</th>
          <th scope="col">Line on the right</th>
          <th scope="col">Change</th>
          <th scope="col">Text</th>
        </tr>
      </thead>
      {hunks.map((hunk, index) => (
        // A hunk has no name but its place, and places do not move within one difference.
        <Hunk key={keyOf(hunk.lines[0])} hunk={hunk} isFirst={index === 0} />
      ))}
    </table>
  )
}

function Hunk({ hunk, isFirst }: { readonly hunk: DiffHunk; readonly isFirst: boolean }) {
  const { skipped, lines } = hunk
  return (
    <tbody className={isFirst ? '' : 'border-line border-t'}>
      {skipped === 0 ? null : (
        <tr>
          <td colSpan={4} className="px-2 py-1 font-sans text-muted text-xs">
            {skipped} {skipped === 1 ? 'line' : 'lines'} the same
          </td>
        </tr>
      )}
      {lines.map((line) => (
        <Line key={keyOf(line)} line={line} />
      ))}
    </tbody>
  )
}

function Line({ line }: { readonly line: DiffLine }) {
  const { sign, word, style } = SIGNS[line.kind]
  return (
    <tr className={cn('border-l-4', style)}>
      <td className={NUMBER}>{line.kind === 'added' ? '' : line.left}</td>
      <td className={NUMBER}>{line.kind === 'removed' ? '' : line.right}</td>
      <td className="select-none px-1 text-center align-top">
        <span aria-hidden="true">{sign}</span>
        <span className="sr-only">{word}</span>
      </td>
      <td className={cn('w-full whitespace-pre-wrap break-words pr-2 align-top')}>{line.text}</td>
    </tr>
  )
}

const NUMBER = 'select-none px-1.5 text-right align-top text-muted tabular-nums'

function keyOf(line: DiffLine | undefined): string {
  if (line === undefined) return ''
  return line.kind === 'added' ? `+${line.right}` : `${line.kind}${line.left}`
}
