'use client'
/**
 * The bench of each kind of figure, loaded apart from the page and from each other. A bench of
 * one kind gets figures of that kind only, because the figure itself names its kind.
 */
import type { FunctionComponent } from 'react'
import type { Figure } from '#content/schema/figure.ts'

type FigureOf<Kind extends Figure['kind']> = Extract<Figure, { readonly kind: Kind }>
type Bench<Kind extends Figure['kind']> = FunctionComponent<{ readonly figure: FigureOf<Kind> }>
type Benches = { readonly [Kind in Figure['kind']]: () => Promise<Bench<Kind>> }

const BENCHES: Benches = {
  run: async () => (await import('./run/bench.tsx')).RunBench,
  timeline: async () => (await import('./timeline/bench.tsx')).TimelineBench,
  'proof-game': async () => (await import('./proof-game/bench.tsx')).ProofGameBench,
  myths: async () => (await import('./myths/bench.tsx')).MythsBench,
  'consistency-map': async () => (await import('./consistency-map/bench.tsx')).ConsistencyMapBench,
  'rtt-map': async () => (await import('./rtt-map/bench.tsx')).RttMapBench,
  slope: async () => (await import('./slope/bench.tsx')).SlopeBench,
  'timeout-plot': async () => (await import('./timeout-plot/bench.tsx')).TimeoutPlotBench,
  quadrants: async () => (await import('./quadrants/bench.tsx')).QuadrantsBench,
  quorum: async () => (await import('./quorum/bench.tsx')).QuorumBench,
  clocks: async () => (await import('./clocks/bench.tsx')).ClocksBench,
  versions: async () => (await import('./versions/bench.tsx')).VersionsBench,
  decision: async () => (await import('./decision/bench.tsx')).DecisionBench,
}

/** The bench for figures of this kind. */
export async function loadBench({
  kind,
}: Figure): Promise<FunctionComponent<{ readonly figure: Figure }>> {
  return (await BENCHES[kind]()) as FunctionComponent<{ readonly figure: Figure }>
}
