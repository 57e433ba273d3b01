/**
 * The network that figures run on, and what is done to its links: most messages take 8 to 14 ms,
 * and none is lost.
 */
import type { LinkWeather, NemesisStep, NetworkOptions, NodeId } from '#core'

/** One millisecond in the simulation's unit of time. */
export const MS = 1_000

/** A one-way delay in milliseconds: least and most, or exact. */
type DelayMs = number | readonly [number, number]

/** Delays that are short enough to see what happens and long enough to draw. */
export const CALM_MS = [8, 14] as const

/** Links that take so long and lose nothing. */
export function weatherOf(delayMs: DelayMs): LinkWeather {
  const [least, most] = typeof delayMs === 'number' ? [delayMs, delayMs] : delayMs
  return {
    delayMicrosMin: Math.round(least * MS),
    delayMicrosMax: Math.round(most * MS),
    lossPermille: 0,
    duplicatePermille: 0,
  }
}

/** A network of such links, on which messages may overtake each other. */
export function networkOf(delayMs: DelayMs): NetworkOptions {
  const weather = weatherOf(delayMs)
  return { ...weather, tailPermille: 0, tailMicrosMax: weather.delayMicrosMax, keepsOrder: false }
}

export const NEAR: NetworkOptions = networkOf(CALM_MS)

interface SlowLinks {
  readonly from: readonly NodeId[] | 'everybody'
  readonly to: readonly NodeId[] | 'everybody'
  /** How long each message takes. */
  readonly delayMs: DelayMs
  readonly atMs?: number
}

/** A step of the nemesis from which on these links take longer; nothing on them is lost. */
export function slowLinks({ from, to, delayMs, atMs = 0 }: SlowLinks): NemesisStep {
  return { at: atMs * MS, fault: { kind: 'degrade', from, to, weather: weatherOf(delayMs) } }
}

/** Gives the links between clients and nodes a delay of their own, both ways. */
export function clientLinks(clients: readonly string[], delayMs: number): readonly NemesisStep[] {
  return [
    slowLinks({ from: clients, to: 'everybody', delayMs }),
    slowLinks({ from: 'everybody', to: clients, delayMs }),
  ]
}

/** Cuts these groups from each other from `fromMs` on, until `toMs` when given. */
export function cutBetween(
  groups: readonly (readonly NodeId[])[],
  { fromMs, toMs }: { readonly fromMs: number; readonly toMs?: number },
): readonly NemesisStep[] {
  const name = groups.map((group) => group.join('')).join('-')
  const cut: NemesisStep = { at: fromMs * MS, fault: { kind: 'partition', name, groups } }
  return toMs === undefined ? [cut] : [cut, { at: toMs * MS, fault: { kind: 'heal', name } }]
}

/**
 * Gives links the delays of a map: half of each round trip, both ways, exactly. A client sits at
 * a site: it is as far from the other sites as its site is, and `besideMs` from its own.
 *
 * @param rttMs round trips in milliseconds by pair of nodes: `{ 'n1,n2': 80 }`
 * @param clientsAt the site of each client
 */
export function linkDelays(
  rttMs: Readonly<Record<string, number>>,
  clientsAt: Readonly<Record<string, NodeId>>,
  besideMs = 1,
): readonly NemesisStep[] {
  const pairs = Object.entries(rttMs).map(([pair, rtt]) => ({ pair: pair.split(','), rtt }))
  const steps: NemesisStep[] = []
  const lay = (a: string, b: string, delayMs: number) => {
    steps.push(
      slowLinks({ from: [a], to: [b], delayMs }),
      slowLinks({ from: [b], to: [a], delayMs }),
    )
  }
  for (const { pair, rtt } of pairs) lay(pair[0] ?? '', pair[1] ?? '', rtt / 2)
  for (const [client, site] of Object.entries(clientsAt)) {
    lay(client, site, besideMs / 2)
    for (const { pair, rtt } of pairs) {
      if (!pair.includes(site)) continue
      lay(client, pair.find((other) => other !== site) ?? site, rtt / 2)
    }
  }
  return steps
}
