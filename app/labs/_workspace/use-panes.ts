'use client'
/** How the panes lie: arrangement, sizes, and the one that a narrow screen shows. */
import { useState } from 'react'
import type { NoticeText } from './notice.tsx'
import type { PaneTab } from './pane-tabs.tsx'
import type { Arrangement } from './toolbar.tsx'
import { useIsWide } from './use-is-wide.ts'
import { useStored } from './use-stored.ts'

export interface Panes {
  readonly arrangement: Arrangement
  readonly arrange: (arrangement: Arrangement) => void
  /** Turns to the diagram by itself, but only the first time that there is a failing run. */
  readonly investigateOnce: () => void
  readonly tab: PaneTab
  readonly setTab: (tab: PaneTab) => void
  /** Width of the left pane and height of the editor, in percent. */
  readonly left: number
  readonly setLeft: (percent: number) => void
  readonly code: number
  readonly setCode: (percent: number) => void
}

const DEFAULTS = {
  task: { left: 38, code: 58 },
  investigate: { left: 32, code: 31 },
} as const

/** @param say shows a line with the way back */
export function usePanes(say: (notice: NoticeText) => void): Panes {
  const [arrangement, setArrangement] = useState<Arrangement>('task')
  const [tab, setTab] = useState<PaneTab>('task')
  const [hasInvestigated, setHasInvestigated] = useStored('netsplit:investigated', false, asBoolean)
  const task = useSizes('task')
  const investigate = useSizes('investigate')
  const isWide = useIsWide()
  const sizes = arrangement === 'task' ? task : investigate
  const investigateOnce = () => {
    if (isWide !== true || hasInvestigated || arrangement === 'investigate') return
    setHasInvestigated(true)
    setArrangement('investigate')
    say({
      text: 'A check broke: this is the run in which it did.',
      action: { label: 'Back to the task', run: () => setArrangement('task') },
    })
  }
  return { arrangement, arrange: setArrangement, investigateOnce, tab, setTab, ...sizes }
}

function useSizes(arrangement: Arrangement) {
  const key = `netsplit:panes:${arrangement}`
  const [left, setLeft] = useStored<number>(`${key}:left`, DEFAULTS[arrangement].left, asPercent)
  const [code, setCode] = useStored<number>(`${key}:code`, DEFAULTS[arrangement].code, asPercent)
  return { left, setLeft, code, setCode }
}

function asPercent(kept: unknown): number | undefined {
  return typeof kept === 'number' && kept >= 15 && kept <= 80 ? kept : undefined
}

function asBoolean(kept: unknown): boolean | undefined {
  return typeof kept === 'boolean' ? kept : undefined
}
