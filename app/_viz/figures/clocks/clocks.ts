/**
 * Logical clocks of the events of a run: Lamport's numbers (CACM 21(7), 1978) and vectors
 * (Fidge 1988, Mattern 1989). Computed from the trace by their rules, not taken from the nodes.
 */
import type { Trace } from '#core'

export interface ClockedEvent {
  /** Its letter in the figure: a, b, c … */
  readonly letter: string
  readonly event: number
  readonly node: string
  readonly at: number
  readonly kind: 'send' | 'receive' | 'local'
  /** Of a message that was sent or received. */
  readonly message: number | undefined
  readonly lamport: number
  /** By node, in the order of the trace's nodes. */
  readonly vector: readonly number[]
}

export type Order = 'before' | 'after' | 'concurrent'

/** @param isNoise messages to leave out, as in the drawing */
export function clockedEvents(
  { header, events }: Trace,
  isNoise: (body: string) => boolean = () => false,
): readonly ClockedEvent[] {
  const noise = new Set(
    events.flatMap((event) =>
      event.kind === 'send' && isNoise(event.body) ? [event.message] : [],
    ),
  )
  const lamport = new Map<string, number>()
  const vectors = new Map<string, readonly number[]>()
  const sent = new Map<number, ClockedEvent>()
  const clocked: ClockedEvent[] = []
  for (const event of events) {
    if (event.kind !== 'send' && event.kind !== 'receive' && event.kind !== 'request') continue
    const kind = event.kind === 'request' ? 'local' : event.kind
    const message = event.kind === 'request' ? undefined : event.message
    if (message !== undefined && noise.has(message)) continue
    const own = header.nodes.indexOf(event.node)
    const from = kind === 'receive' && message !== undefined ? sent.get(message) : undefined
    const before = vectors.get(event.node) ?? header.nodes.map(() => 0)
    // On receipt the greater of both, entry by entry; then one more for the event itself.
    const merged = before.map((value, index) => Math.max(value, from?.vector[index] ?? 0))
    const made: ClockedEvent = {
      letter: letterOf(clocked.length),
      event: event.id,
      node: event.node,
      at: event.at,
      kind,
      message,
      lamport: Math.max(lamport.get(event.node) ?? 0, from?.lamport ?? 0) + 1,
      vector: merged.map((value, index) => (index === own ? value + 1 : value)),
    }
    lamport.set(event.node, made.lamport)
    vectors.set(event.node, made.vector)
    if (kind === 'send' && message !== undefined) sent.set(message, made)
    clocked.push(made)
  }
  return clocked
}

/** a to z, then a1, b1 … */
function letterOf(index: number): string {
  const letter = String.fromCharCode('a'.charCodeAt(0) + (index % 26))
  return index < 26 ? letter : `${letter}${Math.floor(index / 26)}`
}

/** How `a` stands to `b`: happened before it, after it, or neither (Lamport 1978). */
export function orderOf(a: ClockedEvent, b: ClockedEvent): Order {
  const upTo = a.vector.every((value, index) => value <= (b.vector[index] ?? 0))
  const from = a.vector.every((value, index) => value >= (b.vector[index] ?? 0))
  if (upTo && from) return 'concurrent'
  return upTo ? 'before' : from ? 'after' : 'concurrent'
}

/** `5`, or `(2, 0, 1)`. */
export function clockText(event: ClockedEvent, shows: 'lamport' | 'vector'): string {
  return shows === 'lamport' ? String(event.lamport) : `(${event.vector.join(', ')})`
}
