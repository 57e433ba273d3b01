/** A verdict by sign and word. Nothing that was not found is called proven. */
import { CircleCheck, CircleHelp, CircleX, type LucideIcon } from 'lucide-react'
import type { HistoryVerdict } from '#core'

interface Sign {
  readonly Icon: LucideIcon
  readonly style: string
  readonly word: string
}

const SIGNS: Readonly<Record<HistoryVerdict['verdict'], Sign>> = {
  pass: { Icon: CircleCheck, style: 'text-pass', word: 'No violation found' },
  fail: { Icon: CircleX, style: 'text-violation', word: 'Violated' },
  unknown: { Icon: CircleHelp, style: 'text-muted', word: 'Unknown' },
}

export function VerdictWord({ verdict }: { readonly verdict: HistoryVerdict['verdict'] }) {
  const { Icon, style, word } = SIGNS[verdict]
  return (
    <span className={`inline-flex items-center gap-1.5 font-medium text-sm ${style}`}>
      <Icon aria-hidden="true" className="size-[18px] shrink-0" />
      {word}
    </span>
  )
}
