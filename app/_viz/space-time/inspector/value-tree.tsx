'use client'
/**
 * A value as a tree of nested lists, with signs for what changed: + new, ~ changed, − gone.
 * Large branches are folded until somebody opens them or something in them changed.
 */
import { type ReactNode, useState } from 'react'
import type { Json } from '#core'
import { type Branch, type Change, summarizeJson } from './json-diff.ts'

/** Larger branches start folded. */
const OPEN_MAX = 6
/** Below this depth even what changed is opened by hand. */
const OPEN_DEPTH = 4
/** So many parts of a branch are shown at first. */
const SHOWN_MAX = 40

interface ValueTreeProps {
  readonly branches: readonly Branch[]
  /** Names the list for screen readers. */
  readonly label: string
  /** What stands beside each first branch. */
  readonly renderAside?: ((branch: Branch) => ReactNode) | undefined
}

export function ValueTree({ branches, label, renderAside }: ValueTreeProps) {
  return (
    <ul aria-label={label} className="font-mono text-xs leading-5">
      {branches.map((branch) => (
        <BranchItem key={branch.name} branch={branch} depth={0} aside={renderAside?.(branch)} />
      ))}
    </ul>
  )
}

interface BranchItemProps {
  readonly branch: Branch
  readonly depth: number
  readonly aside?: ReactNode
}

function BranchItem({ branch, depth, aside }: BranchItemProps) {
  if (branch.branches.length === 0) {
    return (
      <li className="flex items-start gap-1">
        <Sign change={branch.change} />
        <span className="min-w-0 grow break-all">
          <Name branch={branch} />
          <Leaf branch={branch} />
        </span>
        {aside}
      </li>
    )
  }
  return (
    <li className="flex items-start gap-1">
      <Sign change={branch.change} />
      <Nested branch={branch} depth={depth} />
      {aside}
    </li>
  )
}

function Nested({ branch, depth }: Pick<BranchItemProps, 'branch' | 'depth'>) {
  const { branches, change, value, before } = branch
  const [shown, setShown] = useState(SHOWN_MAX)
  const isOpen = change === 'same' ? depth === 0 && branches.length <= OPEN_MAX : depth < OPEN_DEPTH
  // What changed is shown first of a long list: a log is read from its end.
  const visible = branches.length > shown ? endOf(branches, shown) : branches
  return (
    // Remade when something in it changes, so that it opens by itself then.
    <details key={String(isOpen)} open={isOpen} className="min-w-0 grow">
      <summary className="cursor-pointer break-all">
        <Name branch={branch} />
        {before === undefined ? null : <Earlier value={before} />}
        <span className="text-muted">{summarizeJson(value)}</span>
      </summary>
      {branches.length > shown ? (
        <button
          type="button"
          onClick={() => setShown(shown * 5)}
          className="min-h-6 pl-3 text-accent underline underline-offset-2"
        >
          {branches.length - shown} earlier parts
        </button>
      ) : null}
      <ul className="border-line border-l pl-2">
        {visible.map((part) => (
          <BranchItem key={part.name} branch={part} depth={depth + 1} />
        ))}
      </ul>
    </details>
  )
}

function endOf(branches: readonly Branch[], count: number): readonly Branch[] {
  return branches.slice(branches.length - count)
}

function Name({ branch }: { readonly branch: Branch }) {
  return <span className="text-muted">{branch.name}: </span>
}

function Leaf({ branch: { change, value, before } }: { readonly branch: Branch }) {
  const text = summarizeJson(value)
  if (change === 'removed') return <del className="text-muted">{text}</del>
  if (before === undefined) {
    return <span className={change === 'same' ? '' : 'font-semibold'}>{text}</span>
  }
  return (
    <>
      <del className="text-muted">{summarizeJson(before)}</del> <span aria-hidden="true">→</span>{' '}
      <ins className="font-semibold no-underline">{text}</ins>
    </>
  )
}

function Earlier({ value }: { readonly value: Json }) {
  return (
    <>
      <del className="text-muted">{summarizeJson(value)}</del> <span aria-hidden="true">
        →
      </span>{' '}
    </>
  )
}

/** The sign carries the meaning; the colour only repeats it. */
function Sign({ change }: { readonly change: Change }) {
  const { sign, word, className } = SIGNS[change]
  return (
    <span className={`w-2.5 shrink-0 select-none font-semibold ${className}`}>
      <span aria-hidden="true">{sign}</span>
      {word === '' ? null : <span className="sr-only">{word} </span>}
    </span>
  )
}

const SIGNS: Readonly<
  Record<Change, { readonly sign: string; readonly word: string; readonly className: string }>
> = {
  same: { sign: ' ', word: '', className: '' },
  added: { sign: '+', word: 'new:', className: 'text-pass' },
  changed: { sign: '~', word: 'changed:', className: 'text-message' },
  removed: { sign: '−', word: 'gone:', className: 'text-fault' },
}
