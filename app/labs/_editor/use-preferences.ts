'use client'
/** How the reader likes to edit; the browser keeps it for all steps. */
import { useStored } from '../../_ui/use-stored.ts'

export interface EditorPreferences {
  /** `plain` is a text field without any of the editor's help; undefined leaves it to the page. */
  readonly kind: 'full' | 'plain' | undefined
  readonly wraps: boolean
  /** In CSS pixels. */
  readonly fontSize: number
}

export const FONT_SIZE_MIN = 11
export const FONT_SIZE_MAX = 24

const DEFAULTS: EditorPreferences = { kind: undefined, wraps: false, fontSize: 14 }

export interface PreferencesState {
  readonly preferences: EditorPreferences
  readonly change: (change: Partial<EditorPreferences>) => void
}

export function usePreferences(): PreferencesState {
  const [preferences, set] = useStored('netsplit:editor', DEFAULTS, parse)
  return {
    preferences,
    change: (change) => {
      const next = { ...preferences, ...change }
      set({ ...next, fontSize: within(next.fontSize) })
    },
  }
}

function parse(kept: unknown): EditorPreferences | undefined {
  if (typeof kept !== 'object' || kept === null) return undefined
  const { kind, wraps, fontSize } = kept as Partial<Record<keyof EditorPreferences, unknown>>
  return {
    kind: kind === 'full' || kind === 'plain' ? kind : undefined,
    wraps: wraps === true,
    fontSize: typeof fontSize === 'number' ? within(fontSize) : DEFAULTS.fontSize,
  }
}

function within(fontSize: number): number {
  return Math.min(FONT_SIZE_MAX, Math.max(FONT_SIZE_MIN, Math.round(fontSize)))
}
