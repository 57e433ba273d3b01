/** A panel of the browser's own popover: opens when pressed, and when the mouse rests on the word. */
import {
  type KeyboardEvent,
  type MouseEvent,
  type PointerEvent,
  type RefObject,
  useRef,
  useState,
} from 'react'
import { placePanel } from './place-panel.ts'

const OPENS_AFTER_MS = 200
const CLOSES_AFTER_MS = 150

interface PanelParts {
  readonly word: RefObject<HTMLElement | null>
  readonly panel: RefObject<HTMLElement | null>
}

export function usePanel({ word, panel }: PanelParts) {
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined)
  const [isOpen, setIsOpen] = useState(false)
  const show = () => {
    const [from, to] = [word.current, panel.current]
    if (from === null || to === null || to.matches(':popover-open')) return
    to.showPopover()
    placePanel(from, to)
  }
  const press = (event: MouseEvent | KeyboardEvent) => {
    // A new tab may still be asked for.
    if (event.metaKey || event.ctrlKey || event.shiftKey) return
    event.preventDefault()
    clearTimeout(waiting.current)
    show()
    // Screen readers go there at once; closing gives the focus back.
    panel.current?.focus()
  }
  return {
    isOpen,
    press,
    pressBySpace: (event: KeyboardEvent) => {
      if (event.key === ' ') press(event)
    },
    near: ({ pointerType }: PointerEvent) => {
      clearTimeout(waiting.current)
      // A finger presses; only what hovers opens by coming near.
      if (pointerType === 'mouse') waiting.current = setTimeout(show, OPENS_AFTER_MS)
    },
    away: ({ pointerType }: PointerEvent) => {
      clearTimeout(waiting.current)
      if (pointerType !== 'mouse') return
      waiting.current = setTimeout(() => panel.current?.hidePopover(), CLOSES_AFTER_MS)
    },
    toggled: ({ newState }: { readonly newState: string }) => setIsOpen(newState === 'open'),
  }
}
