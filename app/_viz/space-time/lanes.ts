/** The lanes of a diagram: who has one, and in which order. */
import type { Trace } from '#core'

export interface Lane {
  readonly kind: 'network' | 'client' | 'node'
  /** Name of the node or client; empty for the network. */
  readonly id: string
}

/** The network on top, then clients, then nodes. */
export function lanesOf({ header }: Trace): readonly Lane[] {
  return [
    { kind: 'network', id: '' },
    ...header.clients.map((id) => ({ kind: 'client', id }) as const),
    ...header.nodes.map((id) => ({ kind: 'node', id }) as const),
  ]
}

/** What people call a lane. */
export function laneName({ kind, id }: Lane): string {
  return kind === 'network' ? 'network' : id
}
