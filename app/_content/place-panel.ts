/** Puts a panel beside the word that opened it: under it, or above where there is no room. */

const GAP = 8
const EDGE = 12

/** Both must be laid out. The panel is placed on the page, so that it scrolls with its word. */
export function placePanel(word: Element, panel: HTMLElement): void {
  const from = word.getBoundingClientRect()
  const { width, height } = panel.getBoundingClientRect()
  const middle = from.left + from.width / 2
  const left = Math.max(EDGE, Math.min(middle - width / 2, innerWidth - EDGE - width))
  const below = from.bottom + GAP
  const top = below + height <= innerHeight - EDGE ? below : Math.max(EDGE, from.top - GAP - height)
  Object.assign(panel.style, {
    position: 'absolute',
    inset: 'auto',
    left: `${left + scrollX}px`,
    top: `${top + scrollY}px`,
  })
}
