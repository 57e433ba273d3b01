/**
 * Three regions and one store with a leader. What an operation costs follows from where the client is,
 * where the leader is, and whom the operation must ask. The round trips are an assumption of
 * this course, of the size that public clouds show; change the leader and run again.
 */
import { DEFAULT_BUDGETS } from '#core'
import { LeaderStore, type StoreCommand } from '#systems/leader-store/leader-store.ts'
import { MS, NEAR } from '../../figures/network.ts'
import type { RttMapFigure } from '../../schema/figure-measured.ts'

export const figure: RttMapFigure = {
  kind: 'rtt-map',
  node: LeaderStore,
  seed: 1,
  sites: [
    { id: 'n1', name: 'Virginia', x: 20, y: 40 },
    { id: 'n2', name: 'Frankfurt', x: 58, y: 24 },
    { id: 'n3', name: 'Singapore', x: 80, y: 70 },
  ],
  rttMs: { 'n1,n2': 90, 'n1,n3': 220, 'n2,n3': 160 },
  modes: [
    { id: 'copy', name: 'read the nearest copy' },
    { id: 'leader', name: 'ask the leader' },
  ],
  operations: [
    { id: 'read', name: 'a read' },
    { id: 'write', name: 'a write', detail: 'by the leader, stored by a majority' },
  ],
  scenario({ mode, operation, leader, client }) {
    const command: StoreCommand =
      operation === 'write'
        ? { kind: 'write', key: 'x', value: 1 }
        : { kind: 'read', key: 'x', from: mode === 'leader' ? 'leader' : 'copy' }
    return {
      id: `level-cost-${mode}-${operation}-${leader}-${client}`,
      // The first node leads.
      nodes: [leader, ...['n1', 'n2', 'n3'].filter((id) => id !== leader)],
      clients: ['c1'],
      network: NEAR,
      nemesis: [],
      operations: [
        {
          at: 10 * MS,
          client: 'c1',
          node: client,
          body: { ...command },
          timeoutMicros: 1_000 * MS,
        },
      ],
      settings: {},
      safetyMicros: 1_100 * MS,
      livenessMicros: 0,
      budgets: DEFAULT_BUDGETS,
    }
  },
  expected: {
    'copy,read,n1,n3': 0,
    'leader,read,n1,n1': 0,
    'leader,read,n1,n2': 90,
    'leader,read,n1,n3': 220,
    'leader,write,n1,n1': 90,
    'leader,write,n1,n3': 310,
    'leader,write,n3,n3': 160,
  },
  summary:
    'Milliseconds count the ways between regions. With the leader in Virginia, a read of the nearest ' +
    'copy needs none. A read that asks the leader takes 0 ms in Virginia, 90 in Frankfurt and 220 in ' +
    'Singapore. A write takes 90 ms in Virginia, one round trip to the nearest other region, and 310 ' +
    'in Singapore, which pays for the way to the leader as well.',
}
