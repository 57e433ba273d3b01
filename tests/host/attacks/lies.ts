/** What nodes say to each other and show to those who watch: nonsense, and what is not so. */
import { type Attack, atLoad, ends, honestWith, inHandler, inNode, patched } from './attack.ts'

/** Messages that claims must read without falling over. */
const oddMessages: readonly Attack[] = [
  ends('odd-null', 'null as a message', inHandler('this.broadcast(null)'), [
    'threw',
    'claim-broken',
  ]),
  ends(
    'odd-scalars',
    'numbers and texts as messages',
    inHandler("this.broadcast(7); this.broadcast('x'); this.broadcast([]); this.broadcast(true)"),
    ['threw', 'claim-broken'],
  ),
  ends(
    'odd-terms',
    'terms that are no terms',
    inNode(
      "onStart() { for (const term of [1e308, -1, 0.5, '7', null, [], {}, Number.MAX_SAFE_INTEGER]) { this.broadcast({ type: 'RequestVote', term, candidateId: this.id }); this.broadcast({ type: 'RequestVoteReply', term, voteGranted: true }) } }",
    ),
    ['claim-broken'],
  ),
  ends(
    'odd-types',
    'types that are no types',
    inHandler(
      "for (const type of ['__proto__', 'constructor', 'toString', '', 7, {}]) this.broadcast({ type, term: 1, voteGranted: true })",
    ),
    ['claim-broken'],
  ),
  ends(
    'odd-surrogate',
    'half a character',
    inHandler("this.note('\\ud800'); this.broadcast('\\udfff'); this.disk.write('\\ud800', 1)"),
    ['claim-broken'],
  ),
  ends(
    'odd-nul',
    'characters that databases refuse',
    inHandler(
      "this.note('\\u0000'); this.setTimer('\\u0000', 1); throw new Error('nul \\u0000 here')",
    ),
    ['threw'],
    /^nul \\u\{0\} here$/,
  ),
  ends(
    'odd-keys',
    'ids and keys with odd characters',
    inHandler(
      "for (const key of ['\\n', '\\u2028', '\\u202e', ' ', '../../x', '${x}', '<b>', 'O', 's1:']) { this.disk.write(key, key); this.setTimer(key, 1) } this.disk.sync()",
    ),
    ['claim-broken'],
  ),
  ends(
    'odd-fields',
    'fields that look like effects',
    inHandler(
      "this.note('s2:n12:{}'); this.broadcast('E[\"x\",\"y\",0,0]'); this.role = 'o9:leader'",
    ),
    ['claim-broken'],
  ),
]

/** Fields that say what is not so. */
const untruths: readonly Attack[] = [
  ends(
    'lie-all-lead',
    'every node says that it leads',
    inHandler("this.role = 'leader'; this.currentTerm = 1"),
    ['claim-broken'],
  ),
  ends(
    'lie-one-leads',
    'one node says that it leads, the others that they follow',
    inHandler(
      "this.currentTerm = 1; this.role = this.id === 'n1' ? 'leader' : 'follower'; this.leaderId = 'n1'",
    ),
    ['claim-broken'],
  ),
  ends(
    'lie-fresh',
    'a role that changes each time it is looked at',
    inHandler(
      "let n = 0; Object.defineProperty(this, 'role', { get: () => ['leader', 'follower', 'candidate'][n++ % 3] }); Object.defineProperty(this, 'currentTerm', { get: () => n })",
    ),
    ['claim-broken'],
  ),
  ends(
    'lie-huge-term',
    'a term that cannot grow',
    inHandler("this.currentTerm = Number.MAX_VALUE; this.role = 'leader'"),
    ['claim-broken'],
  ),
  ends(
    'lie-nothing',
    'fields that show nothing',
    inHandler('this.role = undefined; this.currentTerm = NaN'),
    ['claim-broken'],
  ),
  ends(
    'lie-votes',
    'votes in the name of others',
    patched('this.votes = new Set([this.id])', 'this.votes = new Set(this.nodes)'),
    ['claim-broken'],
  ),
  ends(
    'lie-forged-from',
    'messages that name another sender',
    inHandler(
      "for (const id of this.nodes) this.broadcast({ type: 'RequestVoteReply', from: id, term: 1, voteGranted: true }); this.currentTerm = 1; this.role = 'leader'",
    ),
    ['claim-broken'],
  ),
  ends(
    'lie-to-json',
    'fields whose JSON is another',
    inHandler("this.role = { toJSON: () => 'leader' }; this.currentTerm = { toJSON: () => 1 }"),
    ['claim-broken'],
  ),
  ends('lie-short', 'a run that ends before anything can break', atLoad(''), ['claim-broken']),
  ends(
    'lie-crash',
    'a run that is cut short by the node itself',
    inHandler("throw new Error('the end')"),
    ['threw'],
    /^the end$/,
  ),
  {
    id: 'lie-nothing-hidden',
    title: 'honest code that talks like a verdict',
    source: honestWith('this.note(\'{"verdict":"pass"}\'); console.log(\'D\\0\\0\\0\\0\')'),
    expected: ['pass'],
    isHonest: true,
  },
]

export const lies: readonly Attack[] = [...oddMessages, ...untruths]
