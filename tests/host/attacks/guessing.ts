/** Code that would learn which check is running, and do only what that one asks for. */
import { type Attack, honestWith, inHandler, inNode, tells } from './attack.ts'

export const guessing: readonly Attack[] = [
  {
    id: 'guess-settings',
    title: 'reading the settings of the scenario',
    source: tells('JSON.stringify([this.settings, this.id, this.nodes])'),
    expected: ['threw'],
    says: /^\[\{\},"n1",\["n1",(".+",?)+\]\]$/,
  },
  {
    id: 'guess-words',
    title: 'looking for words of checks in all that the node holds',
    source: tells('/check|scenario|nemesis|healthy|seed|hidden/.test(JSON.stringify(this))'),
    expected: ['threw'],
    says: /^false$/,
  },
  {
    id: 'guess-size',
    title: 'a leader fixed by the number of nodes',
    source: inHandler(
      "this.currentTerm = 1; if (this.id === 'n1') { this.role = 'leader'; this.leaderId = 'n1'; this.broadcast({ type: 'AppendEntries', term: 1, leaderId: 'n1' }) }",
    ),
    expected: ['claim-broken'],
  },
  {
    id: 'guess-count',
    title: 'counting how often the node was started',
    source: inHandler(
      "const n = (this.disk.read('n') ?? 0) + 1; this.disk.write('n', n); this.disk.sync(); globalThis.n = (globalThis.n ?? 0) + 1; if (n + globalThis.n > 2) throw new Error('not the first run')",
    ),
    expected: ['claim-broken'],
  },
  {
    id: 'guess-time',
    title: 'acting only while the clock is young',
    source: inNode(
      "onStart() { this.setTimer('look', 3000) }\nonTimer() { if (Date.now() !== Math.floor(this.now())) throw new Error('two clocks') }",
    ),
    expected: ['claim-broken'],
  },
  {
    id: 'guess-random',
    title: 'learning the seed from what is drawn',
    source: inHandler(
      'const drawn = [this.random(), Math.random(), this.randomInt(0, 9)]; this.note(JSON.stringify(drawn))',
    ),
    expected: ['claim-broken'],
  },
  {
    id: 'guess-prng',
    title: 'drawing ten million numbers to find where they repeat',
    source: inHandler(
      'let x = 0; for (let i = 0; i < 1e7; i++) x ^= this.random() * 4294967296; this.note(String(x))',
    ),
    expected: ['claim-broken', 'time-limit'],
    runs: 'in full',
  },
  {
    id: 'guess-honest-then-not',
    title: 'honest in the phase with faults, idle after it',
    source: honestWith("this.setTimer('rest', 1)").replace(
      'onTimer(name: string) {',
      'onTimer(name: string) {\n    if (this.now() > 100) return',
    ),
    expected: ['claim-broken'],
  },
]
