/** The shape of a mark: each kind of event has its own, so that none depends on colour. */
import type { TraceEvent } from '#core'

/** Drawn around (0, 0). */
export function MarkGlyph({ event }: { readonly event: TraceEvent }) {
  switch (event.kind) {
    case 'boot':
      return <path d="M-5 4 L0 -6 L5 4 Z" className="fill-text" />
    case 'receive':
      return <circle r={4.5} className="fill-message" />
    case 'timer':
      return <circle r={4.5} className="fill-page stroke-line-strong" strokeWidth={2} />
    case 'request':
      return <rect x={-4.5} y={-4.5} width={9} height={9} className="fill-message" />
    case 'invoke':
      return (
        <rect
          x={-5}
          y={-5}
          width={10}
          height={10}
          className="fill-page stroke-text"
          strokeWidth={2}
        />
      )
    case 'complete':
      return <CompleteGlyph outcome={event.outcome} />
    case 'crash':
    case 'drop':
      return <path d="M-5 -5 L5 5 M5 -5 L-5 5" className="fill-none stroke-fault" strokeWidth={3} />
    case 'pause':
      return <path d="M-3 -6 V6 M3 -6 V6" className="fill-none stroke-fault" strokeWidth={3} />
    case 'resume':
      return <path d="M-4 -5 L5 0 L-4 5 Z" className="fill-text" />
    case 'threw':
      return <path d="M0 -7 L7 0 L0 7 L-7 0 Z" className="fill-violation" />
    case 'cut':
    case 'clog':
    case 'degrade':
    case 'skew':
      return (
        <path
          d="M-6 0 H-2 M2 0 H6 M-3 5 L3 -5"
          className="fill-none stroke-fault"
          strokeWidth={2}
        />
      )
    case 'heal':
    case 'unclog':
    case 'restore':
      return <path d="M-6 0 H6" className="fill-none stroke-text" strokeWidth={3} />
    case 'phase':
      return <path d="M0 -8 V8" className="fill-none stroke-pass" strokeWidth={3} />
    case 'end':
      return <rect x={-4} y={-7} width={8} height={14} className="fill-line-strong" />
    default:
      return <circle r={3} className="fill-line-strong" />
  }
}

function CompleteGlyph({ outcome }: { readonly outcome: 'ok' | 'fail' | 'info' }) {
  switch (outcome) {
    case 'ok':
      return <path d="M-5 0 L-1 4 L6 -5" className="fill-none stroke-pass" strokeWidth={3} />
    case 'fail':
      return <path d="M-5 0 H5" className="fill-none stroke-fault" strokeWidth={3} />
    case 'info':
      return (
        <text textAnchor="middle" y={5} className="fill-text font-semibold text-sm">
          ?
        </text>
      )
  }
}
