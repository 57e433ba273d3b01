/** How it is said where the code is safe. */
import { expect, it } from 'vitest'
import { type SavingState, savingWords } from '#app/labs/_workspace/drafts/saving-state.ts'

const STATES: readonly SavingState[] = [
  { kind: 'untouched' },
  { kind: 'saving' },
  { kind: 'saved' },
  { kind: 'in-browser' },
  { kind: 'offline' },
  { kind: 'failing', error: undefined },
  { kind: 'failing', error: 'Many people begin at this moment.' },
  { kind: 'refused', error: 'You are signed out.' },
  { kind: 'nowhere' },
]

it('says each state in words of its own, and what is wrong where something is', () => {
  expect(
    STATES.map((state) => {
      const { text, more } = savingWords(state)
      return more === '' ? text : `${text} | ${more}`
    }),
  ).toEqual([
    '',
    'Saving…',
    'Saved',
    'Saved in this browser',
    'Offline: saved in this browser | You are offline. Your code is kept in this browser and goes to the server by itself when you are back.',
    'Saved in this browser only | The server does not answer. Saving there is tried again by itself.',
    'Saved in this browser only | Many people begin at this moment. Saving there is tried again by itself.',
    'Saved in this browser only | You are signed out.',
    'Not saved | The server does not answer and this browser keeps nothing. Copy your code to a safe place before you leave.',
  ])
  for (const state of STATES) {
    const { more, isProblem } = savingWords(state)
    expect(isProblem, state.kind).toBe(more !== '')
  }
})
