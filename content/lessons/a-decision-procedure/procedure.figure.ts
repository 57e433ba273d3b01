/** From the cost of a wrong answer to a design, for one operation at a time. */
import type { DecisionFigure } from '../../schema/figure.ts'

export const figure: DecisionFigure = {
  kind: 'decision',
  start: 'kind',
  questions: {
    kind: {
      text: 'Take one operation. Does it change anything?',
      help: 'If it reads first and then changes, it changes.',
      answers: [
        { name: 'It only reads', to: 'stale' },
        { name: 'It changes something', to: 'merge' },
      ],
    },
    stale: {
      text: 'What does an answer cost that is out of date?',
      help: 'Ask who acts on it, and whether anything checks again before money or trust is at stake.',
      answers: [
        { name: 'Nothing that anybody notices', to: 'nearest' },
        { name: 'Confusion, if it misses what the reader just did', to: 'own-writes' },
        { name: 'Trouble, if it is older than some limit', to: 'bounded' },
        { name: 'Real harm, however little it is out of date', to: 'fresh' },
      ],
    },
    merge: {
      text: 'Two sides do it without knowing of each other. Can what they did be combined so that everybody is content?',
      help: 'Adding to a list can. Buying the last one cannot.',
      answers: [
        { name: 'Yes, by a rule that can be written down today', to: 'mergeable' },
        { name: 'Only with work: a refund, a call, an apology', to: 'repair' },
        { name: 'No', to: 'share' },
      ],
    },
    repair: {
      text: 'What is worse, that work or turning people away for as long as the cut lasts?',
      help: 'Multiply: how many cases in such a cut, what each costs, and who pays.',
      answers: [
        { name: 'Turning them away', to: 'compensate' },
        { name: 'The work', to: 'share' },
      ],
    },
    share: {
      text: 'Is it about a quantity that could be dealt out beforehand?',
      help: 'Seats, stock, credit. Not names, not the one item.',
      answers: [
        { name: 'Yes', to: 'escrow' },
        { name: 'No, and it concerns one thing', to: 'conditional' },
        { name: 'No, and it concerns several things together', to: 'transaction' },
      ],
    },
  },
  outcomes: {
    nearest: {
      title: 'Read the nearest copy',
      text: 'Available in every cut and fast on every day. Say how old it may look, and show the time if you can.',
      example: 'A feed, a product page, a count of likes.',
    },
    'own-writes': {
      title: 'Read a copy that has seen this session’s writes',
      text: 'Stay with one copy, or carry a token that says how new the answer must be. In a cut it may have to wait when the copy that has the writes is out of reach.',
      example: 'A profile that its owner has just edited.',
    },
    bounded: {
      title: 'Read a copy and check its age',
      text: 'Answer while the copy is young enough, and refuse or go to the leader when it is not. Decide beforehand which.',
      example: 'The position of a car on a map.',
    },
    fresh: {
      title: 'Read through the leader, confirmed',
      text: 'Linearizable, one or two journeys away, and without an answer on the wrong side of a cut. If something is written afterwards, freshness is not enough: make that write conditional.',
      example: 'Whether a right was revoked.',
    },
    mergeable: {
      title: 'Accept anywhere, merge by construction',
      text: 'Use data whose merge loses nothing, such as an observed-remove set or a counter, and not one value that the last writer replaces.',
      example: 'Items in a cart, reactions to a post.',
    },
    compensate: {
      title: 'Accept anywhere, detect, compensate',
      text: 'Write the compensation before the feature: who is told, what they get, and what it costs at the worst.',
      example: 'Overbooking, orders of goods that can be bought in.',
    },
    escrow: {
      title: 'Deal out shares beforehand',
      text: 'Each side sells its own share without asking, and never more. Some of it may lie idle on the wrong side while others are turned away.',
      example: 'Tickets at two offices, cash in two machines.',
    },
    conditional: {
      title: 'Write at one home, on a condition',
      text: 'One leader for this item, checking and changing in one step. Nothing is written where it cannot be reached. Different items may have different homes.',
      example: 'A user name, the one seat, a driver for a ride.',
    },
    transaction: {
      title: 'A transaction',
      text: 'Serializable, with a key against doing it twice. The dearest of all, so ask once more whether the things must change together.',
      example: 'A transfer between two accounts.',
    },
  },
  summary:
    'For an operation that only reads, the cost of an old answer decides: the nearest copy, a copy that has the session’s own writes, a copy of limited age, or a confirmed read through the leader. For one that changes something, ask whether the changes of two sides can be combined. If so, accept anywhere and merge; if it takes work that is better than refusing, accept and compensate. Otherwise deal out shares if it is a quantity, write on a condition at one home if it is one thing, and use a transaction for several.',
}
