/**
 * What an operation costs between three sites on a whole network. The round trips are chosen for
 * the example; real ones between such places are of this order and change with the route.
 */
import { WanRegister, type WanSettings } from '#systems/wan-register/wan-register.ts'
import { CALM_MS } from '../../figures/network.ts'
import { figureScenario } from '../../figures/scenario.ts'
import type { RttMapFigure, RttSetting } from '../../schema/figure-measured.ts'

const SITES = ['n1', 'n2', 'n3'] as const

function settingsOf({ mode, operation, leader }: RttSetting): WanSettings {
  const commit = mode === 'all' || mode === 'majority' ? mode : 'alone'
  const reads = operation === 'lease' || operation === 'index' ? operation : 'copy'
  return { leader, commit, reads, initial: 7 }
}

export const figure: RttMapFigure = {
  kind: 'rtt-map',
  node: WanRegister,
  seed: 1,
  sites: [
    { id: 'n1', name: 'Virginia', x: 20, y: 40 },
    { id: 'n2', name: 'Frankfurt', x: 52, y: 14 },
    { id: 'n3', name: 'Singapore', x: 82, y: 78 },
  ],
  rttMs: { 'n1,n2': 90, 'n1,n3': 220, 'n2,n3': 160 },
  modes: [
    { id: 'alone', name: 'Asynchronous', detail: 'the leader answers at once' },
    { id: 'majority', name: 'Majority', detail: 'two of three have the write' },
    { id: 'all', name: 'All', detail: 'every site has the write' },
  ],
  operations: [
    { id: 'write', name: 'Write' },
    { id: 'copy', name: 'Read the local copy' },
    { id: 'lease', name: 'Read from the leader' },
    { id: 'index', name: 'Read, leader confirmed', detail: 'by a majority' },
  ],
  scenario(setting: RttSetting) {
    return figureScenario({
      id: `else-${setting.mode}-${setting.operation}-${setting.leader}-${setting.client}`,
      nodes: SITES,
      delayMs: CALM_MS,
      clients: ['c1'],
      operations: [
        {
          atMs: 10,
          client: 'c1',
          node: setting.client,
          body: setting.operation === 'write' ? { kind: 'write', value: 42 } : { kind: 'read' },
          timeoutMs: 900,
        },
      ],
      settings: settingsOf(setting),
      lengthMs: 1_000,
    })
  },
  expected: {
    'alone,write,n1,n1': 0,
    'majority,write,n1,n1': 90,
    'all,write,n1,n1': 220,
    'alone,write,n1,n3': 220,
    'majority,write,n1,n3': 310,
    'all,write,n1,n3': 440,
    'majority,write,n3,n3': 160,
    'all,write,n2,n2': 160,
    'majority,copy,n1,n3': 0,
    'majority,lease,n1,n3': 220,
    'majority,index,n1,n3': 310,
    'majority,index,n1,n1': 90,
    'majority,lease,n1,n1': 0,
  },
  summary:
    'With the leader in Virginia, a write from Virginia takes no time when replication is asynchronous, 90 ms when a majority must have it and 220 ms when all must. From Singapore each of these costs 220 ms more. A read of the local copy in Singapore takes no time and may be stale; one answered by the leader takes 220 ms; one for which the leader asks a majority takes 310 ms.',
}
