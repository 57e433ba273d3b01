/**
 * How the latency of an operation grows with the round trip between nodes: a straight line whose
 * slope is the number of journeys that it waits for (Kleppmann 2015).
 */
import { WanRegister, type WanSettings } from '#systems/wan-register/wan-register.ts'
import { figureScenario } from '../../figures/scenario.ts'
import type { SlopeFigure } from '../../schema/figure-measured.ts'

/** What is asked at which node; n1 leads. */
const OPERATIONS: Readonly<
  Record<
    string,
    {
      readonly at: string
      readonly kind: 'read' | 'write'
      readonly reads: WanSettings['reads']
      readonly commit: WanSettings['commit']
    }
  >
> = {
  'local-read': { at: 'n3', kind: 'read', reads: 'copy', commit: 'majority' },
  'async-write': { at: 'n1', kind: 'write', reads: 'copy', commit: 'alone' },
  'home-write': { at: 'n1', kind: 'write', reads: 'copy', commit: 'majority' },
  'leader-read': { at: 'n3', kind: 'read', reads: 'lease', commit: 'majority' },
  'remote-write': { at: 'n3', kind: 'write', reads: 'copy', commit: 'majority' },
  'fresh-read': { at: 'n3', kind: 'read', reads: 'index', commit: 'majority' },
}

export const figure: SlopeFigure = {
  kind: 'slope',
  node: WanRegister,
  seed: 1,
  rttsMs: [0, 20, 40, 80, 120, 160, 200],
  operations: [
    { id: 'local-read', name: 'Read the local copy', slope: 0 },
    { id: 'async-write', name: 'Write at the leader, answered at once', slope: 0 },
    { id: 'home-write', name: 'Write at the leader, majority', slope: 1 },
    { id: 'leader-read', name: 'Read elsewhere, from the leader', slope: 1 },
    { id: 'remote-write', name: 'Write elsewhere, majority', slope: 2 },
    { id: 'fresh-read', name: 'Read elsewhere, leader confirmed', slope: 2 },
  ],
  scenario(operation, rttMs) {
    const { at, kind, reads, commit } = OPERATIONS[operation] ?? {
      at: 'n1',
      kind: 'read' as const,
      reads: 'copy' as const,
      commit: 'alone' as const,
    }
    const settings = { leader: 'n1', commit, reads, initial: 7 } satisfies WanSettings
    return figureScenario({
      id: `slope-${operation}-${rttMs}`,
      nodes: ['n1', 'n2', 'n3'],
      clients: ['c1'],
      delayMs: [rttMs / 2, rttMs / 2],
      operations: [
        {
          atMs: 10,
          client: 'c1',
          node: at,
          body: kind === 'write' ? { kind, value: 42 } : { kind },
          timeoutMs: 900,
        },
      ],
      settings,
      lengthMs: 1_000,
    })
  },
  summary:
    'Reading a local copy and writing asynchronously at the leader take the same time whatever the distance: slope 0. A majority write at the leader’s site and a read sent to the leader grow by one round trip for each: slope 1. A majority write from elsewhere and a confirmed read from elsewhere grow by two: slope 2. No slope changes with load or hardware.',
}
