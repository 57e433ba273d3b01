'use client'
/** How the panes lie: arrangement, sizes, and the one that shows where only one fits. */
import { useState } from 'react'
import { useStored } from '../../../_ui/use-stored.ts'
import type { NoticeText } from '../notice.tsx'
import { type Arrangement, asSizes, DEFAULT_SIZES, type PaneSizes } from './arrangement.ts'
import type { PaneTab } from './pane-tabs.tsx'
import { useIsWide } from './use-is-wide.ts'

export interface Panes extends PaneSizes {
  readonly arrangement: Arrangement
  readonly arrange: (arrangement: Arrangement) => void
  /** Turns to the diagram by itself, but only the first time that there is a failing run. */
  readonly investigateOnce: () => void
  /** The learner asked for one pane at a time, as narrow screens have it. */
  readonly isReading: boolean
  readonly setReading: (isReading: boolean) => void
  /** One pane at a time, for lack of room or by choice; undefined on the server. */
  readonly isSingle: boolean | undefined
  /** The pane that shows where there is one at a time. */
  readonly tab: PaneTab
  readonly setTab: (tab: PaneTab) => void
  /** Whether code is edited here, or only read; undefined on the server. */
  readonly showsEditor: boolean | undefined
  /** Turns the editor on where it is off. */
  readonly askForEditor: () => void
  readonly setLeft: (percent: number) => void
  readonly setCode: (percent: number) => void
}

interface UsePanesOptions {
  /** How the panes lie at first. */
  readonly initial: Arrangement
  /** Shows a line with the way back. */
  readonly say: (notice: NoticeText) => void
}

export function usePanes({ initial, say }: UsePanesOptions): Panes {
  const [arrangement, arrange] = useState(initial)
  const [tab, setTab] = useState<PaneTab>('task')
  const [isReading, setReading] = useStored('netsplit:reading', false, asBoolean)
  const [wantsEditor, setWantsEditor] = useStored('netsplit:edit-here', false, asBoolean)
  const [hasInvestigated, setHasInvestigated] = useStored('netsplit:investigated', false, asBoolean)
  const [sizes, setSizes] = useStored('netsplit:panes', DEFAULT_SIZES, asSizes)
  const isWide = useIsWide()
  const resize = (change: Partial<PaneSizes>) =>
    setSizes({ ...sizes, [arrangement]: { ...sizes[arrangement], ...change } })
  const isSingle = isWide === undefined ? undefined : isReading || !isWide
  const investigateOnce = () => {
    if (isSingle !== false || hasInvestigated) return
    setHasInvestigated(true)
    if (arrangement === 'investigate') return
    arrange('investigate')
    say({
      text: 'A check broke: beside it is the run in which it did.',
      action: { label: 'Undo', run: () => arrange(arrangement) },
    })
  }
  return {
    arrangement,
    arrange,
    investigateOnce,
    isReading,
    setReading,
    isSingle,
    tab,
    setTab,
    showsEditor: isSingle === undefined ? undefined : wantsEditor || !isSingle,
    askForEditor: () => setWantsEditor(true),
    ...sizes[arrangement],
    setLeft: (left) => resize({ left }),
    setCode: (code) => resize({ code }),
  }
}

function asBoolean(kept: unknown): boolean | undefined {
  return typeof kept === 'boolean' ? kept : undefined
}
