/** What one operation costs between sites: its latency, and the legs of the way it waited for. */

import { linkDelays } from '#content/figures/network.ts'
import { latencyMs, operationsOf } from '#content/figures/operations.ts'
import type { RttMapFigure, RttSetting } from '#content/schema/figure-measured.ts'
import type { Trace, TraceEvent } from '#core'
import { simulate } from '../simulate.ts'

/** Part of the way: a message, or a request or answer of the client. */
export interface Leg {
  readonly from: string
  readonly to: string
  readonly ms: number
}

export interface RttRun {
  readonly setting: RttSetting
  /** Undefined when nobody answered. */
  readonly latencyMs: number | undefined
  /** In order of time; together they are the latency. */
  readonly legs: readonly Leg[]
  readonly traceHash: string
}

const CLIENT = 'c1'

export function runRtt(figure: RttMapFigure, setting: RttSetting): RttRun {
  const scenario = figure.scenario(setting)
  const links = linkDelays(figure.rttMs, { [CLIENT]: setting.client }, 0)
  const laid = { ...scenario, nemesis: [...links, ...scenario.nemesis] }
  const { trace, traceHash } = simulate(figure.node, laid, figure.seed)
  const [operation] = operationsOf(trace)
  const took = operation?.outcome === 'ok' ? latencyMs(operation) : undefined
  return { setting, latencyMs: took, legs: took === undefined ? [] : legsOf(trace), traceHash }
}

/** Follows causes back from the answer: what the client waited for, and nothing else. */
function legsOf({ events }: Trace): readonly Leg[] {
  const legs: Leg[] = []
  let event = events.find(({ kind }) => kind === 'complete')
  while (event !== undefined) {
    const cause: TraceEvent | undefined = events[event.cause]
    const leg = cause === undefined ? undefined : legBetween(cause, event)
    if (leg !== undefined) legs.unshift(leg)
    event = cause
  }
  return legs
}

function legBetween(cause: TraceEvent, event: TraceEvent): Leg | undefined {
  const ms = Math.round((event.at - cause.at) / 1_000)
  if (event.kind === 'receive') return { from: event.from, to: event.node, ms }
  if (event.kind === 'request') return { from: event.client, to: event.node, ms }
  if (event.kind === 'complete' && cause.kind === 'reply') {
    return { from: cause.node, to: event.client, ms }
  }
  return undefined
}

/** `all,write,n1,n3`, as `expected` names it. */
export function settingKey({ mode, operation, leader, client }: RttSetting): string {
  return [mode, operation, leader, client].join(',')
}

export function settingOf(key: string): RttSetting {
  const [mode = '', operation = '', leader = '', client = ''] = key.split(',')
  return { mode, operation, leader, client }
}

/** What the legs are called where people read them: sites by their names. */
export function describeLeg(figure: RttMapFigure, { from, to, ms }: Leg): string {
  const name = (id: string) =>
    id === CLIENT ? 'client' : (figure.sites.find((site) => site.id === id)?.name ?? id)
  return `${name(from)} → ${name(to)} ${ms} ms`
}
