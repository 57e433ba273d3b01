/** What N, R and W give over many seeds: latencies of reads and writes, and consistency. */

import { latencyMs, operationsOf, type RunOperation } from '#content/figures/operations.ts'
import { judgeLinearizable } from '#content/figures/register-judgement.ts'
import type { QuorumFigure, QuorumSetting } from '#content/schema/figure-measured.ts'
import { percentile } from '#core'
import { simulate } from '../simulate.ts'

/** Milliseconds; undefined where nothing was answered. */
export interface Percentiles {
  readonly p50: number | undefined
  readonly p95: number | undefined
  readonly p99: number | undefined
}

export interface QuorumMeasure {
  readonly setting: QuorumSetting
  readonly reads: Percentiles
  readonly writes: Percentiles
  /** Of all operations of all seeds. */
  readonly asked: number
  readonly answered: number
  /** Seeds whose history is not linearizable. */
  readonly brokenSeeds: number
}

export function measureQuorum(figure: QuorumFigure, setting: QuorumSetting): QuorumMeasure {
  const operations: RunOperation[] = []
  let brokenSeeds = 0
  for (let seed = 1; seed <= figure.seedCount; seed += 1) {
    const { trace } = simulate(figure.node, figure.scenario(setting), seed)
    operations.push(...operationsOf(trace))
    if (!judgeLinearizable(trace, figure.initial).holds) brokenSeeds += 1
  }
  const answered = operations.filter(({ outcome }) => outcome === 'ok')
  const ofKind = (kind: string) =>
    answered
      .filter(({ command }) => (command as { readonly kind?: string } | null)?.kind === kind)
      .map((operation) => latencyMs(operation) ?? 0)
  return {
    setting,
    reads: percentilesOf(ofKind('read')),
    writes: percentilesOf(ofKind('write')),
    asked: operations.length,
    answered: answered.length,
    brokenSeeds,
  }
}

/** Undefined where nothing was measured. */
export function percentilesOf(values: readonly number[]): Percentiles {
  const [p50, p95, p99] = [50, 95, 99].map((percent) => percentile(values, percent))
  return { p50, p95, p99 }
}

export function quorumKey({ n, r, w }: QuorumSetting): string {
  return `${n},${r},${w}`
}

export function quorumOf(key: string): QuorumSetting {
  const [n = 0, r = 0, w = 0] = key.split(',').map(Number)
  return { n, r, w }
}

/** N kept, or made smaller until R and W fit. */
export function fitted({ n, r, w }: QuorumSetting): QuorumSetting {
  return { n, r: Math.min(r, n), w: Math.min(w, n) }
}
