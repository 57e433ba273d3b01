/**
 * Chords of keys as the command table writes them: `Mod+Enter`, `Shift+ArrowLeft`, `?`.
 * `Mod` is Control, and Command on a Mac.
 */

/** What is looked at of a keyboard event. */
export interface KeyPress {
  readonly key: string
  /** The key's place on the keyboard: `Digit1`. */
  readonly code: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly shiftKey: boolean
}

interface Chord {
  readonly mod: boolean
  readonly alt: boolean
  readonly shift: boolean
  readonly key: string
}

function parseChord(text: string): Chord {
  // The last key may be a plus sign itself.
  const parts = text.split(/\+(?=.)/)
  const key = parts.at(-1) ?? ''
  const has = (name: string) => parts.slice(0, -1).includes(name)
  return { mod: has('Mod'), alt: has('Alt'), shift: has('Shift'), key }
}

/** Whether this press is the chord. */
export function isChord(press: KeyPress, text: string): boolean {
  const { mod, alt, shift, key } = parseChord(text)
  if ((press.ctrlKey || press.metaKey) !== mod || press.altKey !== alt) return false
  // Signs such as `?` and `{` need Shift on some keyboards and not on others.
  const isSign = key.length === 1 && !/[a-z0-9]/i.test(key)
  if (!isSign && press.shiftKey !== shift) return false
  if (press.key.toLowerCase() === key.toLowerCase()) return true
  if (key === 'Space') return press.key === ' '
  // With Alt, some systems type another sign: a digit is known by its place.
  return /^\d$/.test(key) && press.code === `Digit${key}`
}

/** Whether a chord would also be typed as text, so that it must not work everywhere. */
export function isTyped(text: string): boolean {
  const { mod, alt, key } = parseChord(text)
  return !mod && !alt && key.length === 1
}

/** For `aria-keyshortcuts`, which knows no key that differs between systems. */
export function ariaKeys(keys: readonly string[]): string {
  return keys
    .flatMap((text) =>
      text.includes('Mod+')
        ? [text.replace('Mod+', 'Control+'), text.replace('Mod+', 'Meta+')]
        : text,
    )
    .join(' ')
}

const NAMES: Readonly<Record<string, string>> = {
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  Escape: 'Esc',
}

const MAC_NAMES: Readonly<Record<string, string>> = {
  Mod: '⌘',
  Alt: '⌥',
  Shift: '⇧',
  Enter: '↵',
}

/** As people read it: `Ctrl+Enter`, or `⌘↵` on a Mac. */
export function chordText(text: string, isMac: boolean): string {
  const { mod, alt, shift, key } = parseChord(text)
  const modifiers = [...(mod ? ['Mod'] : []), ...(alt ? ['Alt'] : []), ...(shift ? ['Shift'] : [])]
  const last = key.length === 1 && modifiers.length > 0 ? key.toUpperCase() : (NAMES[key] ?? key)
  if (!isMac) {
    return [...modifiers.map((name) => (name === 'Mod' ? 'Ctrl' : name)), last].join('+')
  }
  return modifiers.map((name) => MAC_NAMES[name] ?? name).join('') + (MAC_NAMES[key] ?? last)
}
