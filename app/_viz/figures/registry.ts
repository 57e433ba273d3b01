/**
 * Every figure of the course by `slug/name`, each loaded only when somebody comes near it.
 * tests/content/figures.test.ts holds this list against the files.
 */
import type { Figure } from '#content/schema/figure.ts'

type LoadFigure = () => Promise<{ readonly figure: Figure }>

export const FIGURES: Readonly<Record<string, LoadFigure>> = {
  'a-decision-procedure/procedure': () =>
    import('#content/lessons/a-decision-procedure/procedure.figure.ts'),
  'a-decision-procedure/seats': () =>
    import('#content/lessons/a-decision-procedure/seats.figure.ts'),
  'a-frame-for-answers/six-answers': () =>
    import('#content/lessons/a-frame-for-answers/six-answers.figure.ts'),
  'a-is-every-live-node/two-dashboards': () =>
    import('#content/lessons/a-is-every-live-node/two-dashboards.figure.ts'),
  'bounded-staleness/keepers-of-the-bound': () =>
    import('#content/lessons/bounded-staleness/keepers-of-the-bound.figure.ts'),
  'bounded-staleness/no-holes': () =>
    import('#content/lessons/bounded-staleness/no-holes.figure.ts'),
  'build-a-checker/orders-to-try': () =>
    import('#content/lessons/build-a-checker/orders-to-try.figure.ts'),
  'c-is-linearizability/new-then-old': () =>
    import('#content/lessons/c-is-linearizability/new-then-old.figure.ts'),
  'c-is-linearizability/six-histories': () =>
    import('#content/lessons/c-is-linearizability/six-histories.figure.ts'),
  'causal-consistency/causes-and-orders': () =>
    import('#content/lessons/causal-consistency/causes-and-orders.figure.ts'),
  'causal-consistency/photo-and-comment': () =>
    import('#content/lessons/causal-consistency/photo-and-comment.figure.ts'),
  'cp-ap-and-neither/four-designs': () =>
    import('#content/lessons/cp-ap-and-neither/four-designs.figure.ts'),
  'delay-sensitivity/slopes': () => import('#content/lessons/delay-sensitivity/slopes.figure.ts'),
  'else/three-sites': () => import('#content/lessons/else/three-sites.figure.ts'),
  'eventual-consistency/two-likes-counters': () =>
    import('#content/lessons/eventual-consistency/two-likes-counters.figure.ts'),
  'five-classic-questions/the-pair': () =>
    import('#content/lessons/five-classic-questions/the-pair.figure.ts'),
  'five-designs/last-seats': () => import('#content/lessons/five-designs/last-seats.figure.ts'),
  'five-designs/wish-list': () => import('#content/lessons/five-designs/wish-list.figure.ts'),
  'four-quadrants-measured/board': () =>
    import('#content/lessons/four-quadrants-measured/board.figure.ts'),
  'four-quadrants-measured/quadrants': () =>
    import('#content/lessons/four-quadrants-measured/quadrants.figure.ts'),
  'healing/old-leader': () => import('#content/lessons/healing/old-leader.figure.ts'),
  'how-often-honestly/who-notices': () =>
    import('#content/lessons/how-often-honestly/who-notices.figure.ts'),
  'kinds-of-cut/shapes': () => import('#content/lessons/kinds-of-cut/shapes.figure.ts'),
  'linearizability-in-depth/place-the-moments': () =>
    import('#content/lessons/linearizability-in-depth/place-the-moments.figure.ts'),
  'linearizability-in-depth/read-after-read': () =>
    import('#content/lessons/linearizability-in-depth/read-after-read.figure.ts'),
  'measuring/two-sides': () => import('#content/lessons/measuring/two-sides.figure.ts'),
  'mixing-levels/last-item': () => import('#content/lessons/mixing-levels/last-item.figure.ts'),
  'mixing-levels/what-each-level-costs': () =>
    import('#content/lessons/mixing-levels/what-each-level-costs.figure.ts'),
  'p-is-a-property-of-the-network/four-networks': () =>
    import('#content/lessons/p-is-a-property-of-the-network/four-networks.figure.ts'),
  'per-operation/four-operations': () =>
    import('#content/lessons/per-operation/four-operations.figure.ts'),
  'reading-a-history/five-bars': () =>
    import('#content/lessons/reading-a-history/five-bars.figure.ts'),
  'reading-a-history/four-ends': () =>
    import('#content/lessons/reading-a-history/four-ends.figure.ts'),
  'sequential-consistency/local-reads': () =>
    import('#content/lessons/sequential-consistency/local-reads.figure.ts'),
  'sequential-consistency/one-order-for-all': () =>
    import('#content/lessons/sequential-consistency/one-order-for-all.figure.ts'),
  'session-guarantees/session-token': () =>
    import('#content/lessons/session-guarantees/session-token.figure.ts'),
  'slow-or-dead/silences': () => import('#content/lessons/slow-or-dead/silences.figure.ts'),
  'slow-or-dead/timeouts': () => import('#content/lessons/slow-or-dead/timeouts.figure.ts'),
  'the-map/models': () => import('#content/lessons/the-map/models.figure.ts'),
  'the-proof-as-a-game/node-or-network': () =>
    import('#content/lessons/the-proof-as-a-game/node-or-network.figure.ts'),
  'the-three-of-cap-precisely/two-node-register': () =>
    import('#content/lessons/the-three-of-cap-precisely/two-node-register.figure.ts'),
  'three-nodes-one-network/by-hand': () =>
    import('#content/lessons/three-nodes-one-network/by-hand.figure.ts'),
  'transactions/doctors-and-receipt': () =>
    import('#content/lessons/transactions/doctors-and-receipt.figure.ts'),
  'transactions/long-fork': () => import('#content/lessons/transactions/long-fork.figure.ts'),
  'two-bank-branches/branch-b': () =>
    import('#content/lessons/two-bank-branches/branch-b.figure.ts'),
  'two-bank-branches/lost-update': () =>
    import('#content/lessons/two-bank-branches/lost-update.figure.ts'),
  'two-coasts/one-cart': () => import('#content/lessons/two-coasts/one-cart.figure.ts'),
  'two-readings-of-pc/drop': () => import('#content/lessons/two-readings-of-pc/drop.figure.ts'),
  'what-can-go-wrong/fault-palette': () =>
    import('#content/lessons/what-can-go-wrong/fault-palette.figure.ts'),
  'what-cap-does-not-say/eleven-myths': () =>
    import('#content/lessons/what-cap-does-not-say/eleven-myths.figure.ts'),
}
