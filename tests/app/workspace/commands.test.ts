/** The table of commands: its keys, how they are shown, and what the palette finds in it. */
import { describe, expect, test } from 'vitest'
import { DIAGRAM_COMMANDS } from '#app/_viz/space-time/diagram-commands.ts'
import {
  ariaKeys,
  chordText,
  isChord,
  isTyped,
  type KeyPress,
} from '#app/labs/_workspace/commands/chord.ts'
import { filterCommands } from '#app/labs/_workspace/commands/filter-commands.ts'
import { keysOf, pageCommands } from '#app/labs/_workspace/commands/page-commands.ts'

const nothing = () => {}
const COMMANDS = pageCommands({
  run: nothing,
  stop: nothing,
  submit: nothing,
  arrange: nothing,
  goToPane: nothing,
  cyclePanes: nothing,
  toggleReading: nothing,
  openPalette: nothing,
  openHelp: nothing,
})

function press(key: string, change: Partial<KeyPress> = {}): KeyPress {
  const none = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false }
  return { key, code: '', ...none, ...change }
}

describe('a chord', () => {
  test('wants its modifiers, and no others', () => {
    expect(isChord(press('Enter', { ctrlKey: true }), 'Mod+Enter')).toBe(true)
    expect(isChord(press('Enter', { metaKey: true }), 'Mod+Enter')).toBe(true)
    expect(isChord(press('Enter'), 'Mod+Enter')).toBe(false)
    expect(isChord(press('Enter', { ctrlKey: true, shiftKey: true }), 'Mod+Enter')).toBe(false)
    expect(isChord(press('Enter', { ctrlKey: true, shiftKey: true }), 'Mod+Shift+Enter')).toBe(true)
    expect(isChord(press('F6', { shiftKey: true }), 'F6')).toBe(false)
  })

  test('knows a digit by its place, where Alt types another sign', () => {
    expect(isChord(press('¡', { code: 'Digit1', altKey: true }), 'Alt+1')).toBe(true)
    expect(isChord(press('™', { code: 'Digit2', altKey: true }), 'Alt+1')).toBe(false)
  })

  test('takes signs as keyboards give them, and letters whatever Shift is locked', () => {
    expect(isChord(press('?', { shiftKey: true }), '?')).toBe(true)
    expect(isChord(press('+'), '+')).toBe(true)
    expect(isChord(press(' '), 'Space')).toBe(true)
    expect(isChord(press('K', { ctrlKey: true }), 'Mod+k')).toBe(true)
  })

  test('that is also typed as text is known', () => {
    expect(['?', 'm', 'F6', 'Mod+k', 'Alt+1', 'ArrowLeft'].filter(isTyped)).toEqual(['?', 'm'])
  })

  test('is shown as the system writes it', () => {
    expect(chordText('Mod+Shift+Enter', false)).toBe('Ctrl+Shift+Enter')
    expect(chordText('Mod+Shift+Enter', true)).toBe('⌘⇧↵')
    expect(chordText('Mod+k', false)).toBe('Ctrl+K')
    expect(chordText('Shift+ArrowLeft', false)).toBe('Shift+←')
    expect(chordText('+', false)).toBe('+')
    expect(chordText('m', true)).toBe('m')
  })

  test('is told to assistive technology with each system’s modifier', () => {
    expect(ariaKeys(['Mod+k'])).toBe('Control+k Meta+k')
    expect(ariaKeys(['?', 'F1'])).toBe('? F1')
  })
})

describe('the table', () => {
  test('names each command once, and gives each key to one command of the same place', () => {
    const all = [...COMMANDS, ...DIAGRAM_COMMANDS.map((one) => ({ ...one, scope: 'diagram' }))]
    const ids = all.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    const keys = all.flatMap(({ scope, keys: own }) => own.map((key) => `${scope} ${key}`))
    expect(new Set(keys).size).toBe(keys.length)
  })

  test('has no plain key that works everywhere but the one for help, which can be turned off', () => {
    const plain = COMMANDS.flatMap(({ keys }) => keys).filter(isTyped)
    expect(plain).toEqual(['?'])
  })

  test('gives the arrangements the keys that the bar names', () => {
    expect(['read', 'code', 'investigate'].map((id) => keysOf(id as 'read'))).toEqual([
      ['Alt+1'],
      ['Alt+2'],
      ['Alt+3'],
    ])
  })
})

describe('the palette', () => {
  const titles = (typed: string) => filterCommands(COMMANDS, typed).map(({ id }) => id)

  test('lists all that can be run from anywhere, but not itself', () => {
    expect(titles('')).toEqual(COMMANDS.map(({ id }) => id).filter((id) => id !== 'palette'))
    const onlyThere = { id: 'x', title: 'Only there', keys: ['x'], group: 'Diagram' } as const
    expect(filterCommands([{ ...onlyThere, scope: 'diagram' }], '')).toEqual([])
  })

  test('finds by words in any order, of title or group', () => {
    expect(titles('pane NEXT')).toEqual(['pane.next'])
    expect(titles('submit')).toEqual(['submit'])
    expect(titles('no such thing')).toEqual([])
  })
})
