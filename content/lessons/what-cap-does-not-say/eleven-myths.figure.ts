/** Eleven statements that are widely believed and one that is true, each settled by a run. */
import type { MythCard, MythsFigure } from '#content/schema/figure.ts'
import { figure as twoDashboards } from '../a-is-every-live-node/two-dashboards.figure.ts'
import { figure as newThenOld } from '../c-is-linearizability/new-then-old.figure.ts'
import { figure as fourDesigns } from '../cp-ap-and-neither/four-designs.figure.ts'
import { figure as twoSides } from '../measuring/two-sides.figure.ts'
import { figure as fourNetworks } from '../p-is-a-property-of-the-network/four-networks.figure.ts'
import { figure as proof } from '../the-proof-as-a-game/node-or-network.figure.ts'
import { figure as twoNodes } from '../the-three-of-cap-precisely/two-node-register.figure.ts'

const CARDS: readonly MythCard[] = [
  {
    id: 'pick-two',
    statement: 'CAP means: pick two of the three.',
    verdict: 'false',
    instead:
      'Nobody in this run has picked or given up anything: while the network is whole, this design keeps both promises. P is the condition under which one of them has to go, and only for as long as it lasts.',
    run: fourDesigns,
    choice: { design: 'leader', network: 'whole' },
    outcome: 'both',
    source: 'brewer-12',
  },
  {
    id: 'choose-ca',
    statement: 'With a good network you can choose CA.',
    verdict: 'false',
    instead:
      'One lost message, and this program, which is right on a perfect network, never answers. “CA” names what holds while nothing is lost, and leaves out what happens then.',
    run: fourNetworks,
    choice: { code: 'once', network: 'loses' },
    outcome: 'silence',
    source: 'gl-02',
  },
  {
    id: 'whole-system',
    statement: 'A system is either CP or AP.',
    verdict: 'false',
    instead:
      'In one cut, one node of this system answers every read, with old values, and no write. Each operation has a letter of its own, or none, and a setting may change it.',
    run: fourDesigns,
    choice: { design: 'standby', network: 'cut' },
    outcome: 'neither',
    source: 'kleppmann-cp',
  },
  {
    id: 'never-both',
    statement: 'You never get consistency and availability together.',
    verdict: 'false',
    instead:
      'Between cuts both are there for the taking, and even this run, whose cut heals, has both. What cannot be had is an algorithm that keeps both in all runs.',
    run: proof.run,
    choice: { strategy: 'wait', network: 'heals' },
    outcome: 'none',
    source: 'brewer-12',
  },
  {
    id: 'healthy-network',
    statement: 'As long as no message is lost there is nothing to choose.',
    verdict: 'false',
    instead:
      'Nothing is lost in this run. The reply takes 200 ms, the node waits 60, and a stale value is returned. How long to wait is a choice of every day.',
    run: fourNetworks,
    choice: { code: 'alone', network: 'slow' },
    outcome: 'stale',
    source: 'abadi-12',
  },
  {
    id: 'answer-or-refuse',
    statement: 'A node that is cut off must answer or refuse.',
    verdict: 'false',
    instead:
      'It can wait. If the cut heals the client gets a right answer, late, as here; if it does not, none. Many real systems do this, and leave the giving up to the client.',
    run: twoNodes,
    choice: { policy: 'wait', fate: 'healed' },
    outcome: '42',
    source: 'gl-02',
  },
  {
    id: 'same-data',
    statement: 'Consistent means that all nodes hold the same data at the same time.',
    verdict: 'false',
    instead:
      'Two nodes hold different values while they are read, and the history is linearizable. The C of CAP is about answers, and not about what lies in memory.',
    run: newThenOld,
    choice: { when: 'together', reads: 'copy' },
    outcome: '42 7 yes',
    source: 'hw-90',
  },
  {
    id: 'not-c-so-a',
    statement: 'If it is not consistent, it is at least available.',
    verdict: 'false',
    instead:
      'Stale reads and refused writes in one run: this system gives neither. The theorem forbids having both, and promises nobody one.',
    run: fourDesigns,
    choice: { design: 'nearby', network: 'cut' },
    outcome: 'neither',
    source: 'kleppmann-cp',
  },
  {
    id: 'five-nines',
    statement: '99.999 % answered means available in the sense of CAP.',
    verdict: 'false',
    instead:
      'All clients are answered in this run, and a live node refuses everybody who asks it. Nines are a share of requests; A is about every live node.',
    run: twoDashboards,
    choice: { route: 'onward', link: 'cut' },
    outcome: 'apart',
    source: 'crdb-faq',
  },
  {
    id: 'eventual-is-slow',
    statement: 'Eventual consistency means that you wait longer for the right value.',
    verdict: 'it depends',
    instead:
      'The copy here is fresh each time it is read, and reading it takes half as long as asking. The promise sets no time: after a cut it may take hours, and on an ordinary day it is mostly kept before anybody looks.',
    run: twoSides,
    choice: { reads: 'copy', link: 'whole' },
    outcome: 'fresh',
    source: 'abadi-12',
  },
  {
    id: 'strong-is-slow',
    statement: 'Linearizable means slow.',
    verdict: 'it depends',
    instead:
      'Both clients are given linearizable answers. The one beside n1 is served as quickly as anybody; the other pays one round trip more. The price is distance, and within a room it is small.',
    run: twoSides,
    choice: { reads: 'home', link: 'whole' },
    outcome: 'fresh',
    source: 'abadi-12',
  },
  {
    id: 'some-world',
    statement: 'Every algorithm that always answers gives a stale value in some run.',
    verdict: 'true',
    instead:
      'This one is the theorem, said the other way round. Here is such a run for a program that answers at once; the argument finds one for each.',
    run: proof.run,
    choice: { strategy: 'at-once', network: 'cut' },
    outcome: 'C',
    source: 'gl-02',
  },
]

export const figure: MythsFigure = {
  kind: 'myths',
  cards: CARDS,
  summary:
    'Twelve statements about CAP. Nine are false, among them that one picks two of three, that a system is either CP or AP, and that what is not consistent is available. Two depend on distance and luck: that eventual and that linearizable mean slow. One is true: an algorithm that always answers gives a stale value in some run. Each is settled by a run from an earlier lesson.',
}
