/**
 * The same designs on the board of PACELC, placed by what all of their operations gave together,
 * with the published ratings of products of that shape beside them.
 */
import type { Exhibit, Placement, QuadrantsFigure } from '../../schema/figure-measured.ts'
import { boardScenario } from './board-scenario.ts'
import { DESIGNS, type DesignId, INITIAL } from './designs.ts'

function exhibit(id: DesignId, expected: Placement, published?: string): Exhibit {
  const design = DESIGNS[id]
  return {
    id,
    name: design.name,
    ...(published === undefined ? {} : { published }),
    node: design.node,
    seed: 1,
    scenario: (network) => boardScenario({ id, ...design }, network),
    initial: INITIAL,
    expected,
  }
}

export const figure: QuadrantsFigure = {
  kind: 'quadrants',
  exhibits: [
    exhibit('confirmed', { partition: 'C', otherwise: 'C' }, 'etcd, often printed PC/EC'),
    exhibit('leader-reads', { partition: 'C', otherwise: 'C' }, 'DynamoDB: PA/EL on Wikipedia'),
    exhibit('copy-reads', { partition: 'neither', otherwise: 'neither' }, 'ZooKeeper, often PC/EC'),
    exhibit('standby', { partition: 'neither', otherwise: 'neither' }, 'PostgreSQL, often “AP”'),
    exhibit('one-one', { partition: 'A', otherwise: 'L' }, 'Cassandra: PA/EL (Abadi 2012)'),
    exhibit('quorum', { partition: 'C', otherwise: 'C' }, 'Cassandra at QUORUM, also PA/EC'),
    exhibit('quorum-skew', { partition: 'C', otherwise: 'neither' }),
    exhibit('home-first', { partition: 'A', otherwise: 'C' }, 'MongoDB: PA/EC (Abadi 2012)'),
  ],
  summary:
    'Leader with confirmed reads, leader with reads sent to it, and quorums are PC/EC. No leader with R = W = 1 is PA/EL. Home, or alone if it is silent, is PA/EC. A leader whose copies serve reads and an asynchronous standby have no letter on either axis: in a cut they are stale and refuse writes, and on a whole network their reads are stale while writes from afar wait. Quorums with a bad clock lose their second letter. Nothing lands in PC/EL.',
}
