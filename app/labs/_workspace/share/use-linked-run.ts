'use client'
/** Opens the run that the address names, with the reader's own code. */
import { useEffect, useRef } from 'react'
import type { EventId } from '#core'
import type { NoticeText } from '../notice.tsx'
import type { RunStart } from '../whatif/run-start.ts'
import type { LabWorkspaceProps } from '../workspace-props.ts'
import { readLink } from './share-link.ts'

interface LinkedRunOptions {
  readonly page: LabWorkspaceProps
  /** The reader's code has been read. */
  readonly isReady: boolean
  readonly source: string
  readonly say: (notice: NoticeText) => void
  readonly onRun: (start: RunStart, cursor: EventId) => void
}

export function useLinkedRun(options: LinkedRunOptions): void {
  const { isReady } = options
  const latest = useRef(options)
  useEffect(() => {
    latest.current = options
  })
  // The address is the browser's; it may also change while the page is open.
  useEffect(() => {
    if (!isReady) return
    const open = () => openLink(location.hash, latest.current)
    open()
    addEventListener('hashchange', open)
    return () => removeEventListener('hashchange', open)
  }, [isReady])
}

function openLink(fragment: string, { page, source, say, onRun }: LinkedRunOptions): void {
  const link = readLink(fragment)
  if (link.kind === 'none') return
  if (link.kind === 'bad') return say({ text: `This link does not lead to a run. ${link.why}` })
  const { labVersion, checkId, seed, cursor, script } = link.run
  const check = page.checks.find(({ id }) => id === checkId)
  if (labVersion !== page.lab.version) {
    return say({
      text: `This link was made for version ${labVersion} of the lab, and this is version ${page.lab.version}: the run it names would be another one now.`,
    })
  }
  if (check === undefined) {
    return say({ text: 'This link names a check that this step does not have.' })
  }
  say({
    text: `A run from a link: “${check.title}”, seed ${seed}${script === undefined ? '' : ', with faults of its own'}. It runs your own code.`,
  })
  onRun({ checkId, seed, source, ...(script === undefined ? {} : { script }) }, cursor)
}
