/**
 * Digits pick options and Enter goes on, while the focus is on a question and in no field for text
 * (WCAG 2.1.4: single keys act only where the focus is).
 */
import type { KeyboardEvent } from 'react'

const OWN_ENTER = 'button, a, summary, select, textarea'
const OWN_TEXT = 'textarea, select, input:not([type="radio"], [type="checkbox"])'

/** Picks the option of this number. @returns whether it did */
export function pickByDigit(event: KeyboardEvent<HTMLElement>): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || !/^[1-9]$/.test(event.key)) return false
  if (event.target instanceof Element && event.target.matches(OWN_TEXT)) return false
  const option = event.currentTarget.querySelector<HTMLInputElement>(
    `input[data-option="${event.key}"]:not(:disabled)`,
  )
  if (option === null) return false
  option.focus()
  option.click()
  event.preventDefault()
  return true
}

/** Whether Enter was pressed where it means nothing else. */
export function isPlainEnter(event: KeyboardEvent<HTMLElement>): boolean {
  if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || event.altKey) return false
  return !(event.target instanceof Element && event.target.matches(OWN_ENTER))
}
