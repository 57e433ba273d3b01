/** How available a model can be while the network is cut: a glyph and a word, never colour alone. */
import type { MapModel } from '#content/schema/figure.ts'

const WORDS = {
  unavailable: { glyph: '■', text: 'not available during a cut', colour: 'text-violation' },
  sticky: {
    glyph: '◆',
    text: 'available to clients that stay with one replica',
    colour: 'text-fault',
  },
  total: { glyph: '●', text: 'available at every live replica', colour: 'text-pass' },
} as const

export function AvailabilityGlyph({ kind }: { readonly kind: MapModel['availability'] }) {
  return (
    <span aria-hidden="true" className={WORDS[kind].colour}>
      {WORDS[kind].glyph}
    </span>
  )
}

export function availabilityText(kind: MapModel['availability']): string {
  return WORDS[kind].text
}

export function AvailabilityLegend() {
  return (
    <ul className="flex flex-wrap gap-x-5 gap-y-1 text-muted text-xs">
      {(Object.keys(WORDS) as readonly MapModel['availability'][]).map((kind) => (
        <li key={kind}>
          <AvailabilityGlyph kind={kind} /> {WORDS[kind].text}
        </li>
      ))}
    </ul>
  )
}
