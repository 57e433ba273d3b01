'use client'
/** Moves the focus between the panes that are in view. */
import type { PaneTab } from './pane-tabs.tsx'

/** Marks a pane's section; its value is the pane's name. */
const PANE_ATTRIBUTE = 'data-pane'

/** What takes the focus in a pane, where that is not the pane itself. */
const FIRST = '.native-edit-context, textarea, [data-pane-focus]'

/** Puts the focus into this pane, which must be in view. */
export function focusPane(root: HTMLElement | null, pane: PaneTab): void {
  const section = root?.querySelector<HTMLElement>(`[${PANE_ATTRIBUTE}="${pane}"]`)
  if (section !== null && section !== undefined) focusIn(section)
}

/** Puts the focus into the next pane in view, or the one before. */
export function focusNextPane(root: HTMLElement | null, direction: 1 | -1): void {
  const all = [...(root?.querySelectorAll<HTMLElement>(`[${PANE_ATTRIBUTE}]`) ?? [])]
  const seen = all.filter((section) => section.getClientRects().length > 0)
  const present = seen.findIndex((section) => section.contains(document.activeElement))
  // From outside, forwards is to the first pane and backwards to the last.
  const index = present === -1 && direction === -1 ? 0 : present
  const next = seen[(index + direction + seen.length) % seen.length]
  if (next !== undefined) focusIn(next)
}

function focusIn(section: HTMLElement): void {
  const first = [...section.querySelectorAll<HTMLElement>(FIRST)].find(
    (element) => element.getClientRects().length > 0,
  )
  ;(first ?? section).focus()
}
