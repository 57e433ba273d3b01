/** What the buttons of a what-if write, and how its runs hang together. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decodeTrace, present, readRunScript, sendingOf, summarizeCheck } from '#core'
import type { RunMessage } from '../../app/_run/messages.ts'
import { replaySeed } from '../../app/_run/replay-seed.ts'
import { factsOf } from '../../app/labs/_workspace/whatif/comparison-facts.ts'
import {
  asideOf,
  compareShown,
  type ForkedRun,
  grow,
  pathOf,
  plant,
  RUNS_MAX,
  shownRun,
} from '../../app/labs/_workspace/whatif/run-tree.ts'
import {
  changeOf,
  cutLines,
  messageLine,
  momentAfter,
  nodeFaultLine,
  withLines,
  withoutLine,
} from '../../app/labs/_workspace/whatif/script-edit.ts'
import { checkOf, hostsFor, SOLUTION } from './learner-code.ts'

const PLACES = { nodes: ['n1', 'n2', 'n3'], clients: ['c1'] }

function readable(script: string): void {
  expect(readRunScript(script, PLACES).problems).toEqual([])
}

describe('a button', () => {
  test('writes a fault right after the event that is looked at', () => {
    expect(momentAfter(1_204_417)).toBe('1204.418')
    for (const kind of ['crash', 'restart', 'pause', 'resume', 'isolate'] as const) {
      readable(nodeFaultLine(kind, 'n1', 1_204_417))
    }
  })

  test('writes a cut, one way or both, that heals alone when it heals', () => {
    const cut = { chosen: ['n2'], others: ['n1', 'n3', 'c1'], at: 999_999 }
    expect(cutLines({ ...cut, isOneWay: false, healAfterMs: undefined }, '')).toEqual([
      'at 1000 partition n2 | n1 n3 c1',
    ])
    const first = cutLines({ ...cut, isOneWay: true, healAfterMs: 250.5 }, '')
    expect(first).toEqual(['at 1000 one-way n2 > n1 n3 c1 as cut1', 'at 1250.5 heal cut1'])
    const script = withLines('', first)
    expect(cutLines({ ...cut, isOneWay: false, healAfterMs: 1 }, script)[0]).toMatch(/ as cut2$/)
    readable(script)
  })

  test('gives a message one fate: the newest', () => {
    const sending = { from: 'n1', to: 'n2', index: 3, sentBy: 5, sentAt: 0, delaysMicros: [] }
    const lost = withLines('at 5 crash n1\n', [messageLine(sending, { kind: 'lost' })])
    const fate = { kind: 'delayed', delaysMs: [5, 40] } as const
    const late = withLines(lost, [messageLine(sending, fate)])
    expect(late).toBe('at 5 crash n1\nmessage n1 > n2 #3 delay=5,40\n')
    const other = withLines(late, [messageLine({ ...sending, index: 30 }, { kind: 'lost' })])
    expect(other.split('\n')).toHaveLength(4)
    readable(other)
  })

  test('writes before what is picked by hand', () => {
    const script = withLines('at 5 crash n1\nrun until 9\nnext start n1\n', ['at 7 crash n2'])
    expect(script).toBe('at 5 crash n1\nat 7 crash n2\nrun until 9\nnext start n1\n')
  })

  test('takes one line away, and the change is told as it is', () => {
    const script = 'at 5 crash n1\n# why\nat 6 heal\n'
    expect(withoutLine(script, 1)).toBe('# why\nat 6 heal\n')
    expect(changeOf(script, withoutLine(script, 3))).toEqual({ added: [], removed: ['at 6 heal'] })
    expect(changeOf('a\na\nb', 'a\nc')).toEqual({ added: ['c'], removed: ['a', 'b'] })
  })

  test('that writes and one that takes away undo each other', () => {
    const lines = fc.array(fc.constantFrom('at 5 crash n1', 'at 6 heal', 'at 7 pause n3'))
    fc.assert(
      fc.property(lines, (some) => {
        const script = withLines('', some)
        const more = withLines(script, ['at 9 crash n2'])
        expect(withoutLine(more, some.length + 1)).toBe(script)
      }),
    )
  })
})

const CHECK = checkOf('leader-cut-off')
const CLAIMS = summarizeCheck(CHECK).claims

function run(script?: string) {
  let found: (RunMessage & { readonly kind: 'replayed' }) | undefined
  const parts = {
    newHost: hostsFor(SOLUTION),
    newLinedHost: hostsFor(SOLUTION, { lines: true }),
    tell: (word: RunMessage) => {
      if (word.kind === 'replayed') found = word
    },
  }
  const ref = { checkId: CHECK.id, seed: 2, ...(script === undefined ? {} : { script }) }
  replaySeed(CHECK, ref, parts)
  const replayed = present(found, 'the script can be run')
  const trace = decodeTrace(replayed.trace)
  return { script: replayed.script, source: SOLUTION, run: replayed, trace }
}

describe('a tree of runs', () => {
  const first = run()
  const tree = plant(CHECK.id, 2, first)
  const cut = present(grow(tree, run(withLines(first.script, ['at 900 crash n1']))), 'room')
  const calm = present(grow(cut, run('at 900 crash n1\n')), 'room')

  test('names its runs and says what each changed', () => {
    expect(calm.runs.map(({ name, parent, label }) => [name, parent, label])).toEqual([
      ['A', undefined, ''],
      ['B', 'A', 'with at 900 crash n1'],
      ['C', 'B', 'without at 1500 isolate role=leader'],
    ])
    expect(pathOf(calm).map(({ name }) => name)).toEqual(['A', 'B', 'C'])
    const again = present(grow({ ...calm, shown: 'A' }, { ...first, source: 'other' }), 'room')
    expect(shownRun(again)).toMatchObject({ name: 'D', parent: 'A', label: 'with other code' })
    expect(asideOf(again).map(({ name }) => name)).toEqual(['B', 'C'])
  })

  test('has an end', () => {
    let full = tree
    for (let count = 1; count < RUNS_MAX; count++) full = present(grow(full, first), 'room')
    expect(full.runs.at(-1)?.name).toBe('Z')
    expect(grow(full, first)).toBeUndefined()
  })

  test('compares a fork with its parent: one run up to the fault', () => {
    expect(compareShown(tree)).toBeUndefined()
    const fork = present(compareShown(cut), 'B has a parent')
    const facts = factsOf(fork, CLAIMS)
    expect(facts.firstOfTheirs).toMatch(/^event \d+, 0\.900 s: n1 crashes/)
    expect(facts.parting).toMatch(/^The two are one run up to event \d+, 0\.\d+ s\.$/)
    expect(facts.outcomeOfOurs).toBe('Every claim held.')
    expect(cut.runs[0]?.trace.events.slice(0, facts.partsAt)).toEqual(
      cut.runs[1]?.trace.events.slice(0, facts.partsAt),
    )
    const same = present(grow(tree, first), 'room')
    expect(factsOf(present(compareShown(same), 'two runs'), CLAIMS)).toMatchObject({
      partsAt: undefined,
      fields: [],
      onlyOurs: 0,
      onlyTheirs: 0,
    })
  })

  test('losing a message that is pointed at loses that message', () => {
    const { trace } = present(tree.runs[0] as ForkedRun, 'A')
    const arrival = present(
      trace.events.find(({ kind, at }) => kind === 'receive' && at > 300_000),
      'something arrives',
    )
    const sending = present(sendingOf(trace, arrival.id), 'it was sent')
    const script = withLines(first.script, [messageLine(sending, { kind: 'lost' })])
    const other = run(script).trace
    expect(sendingOf(other, sending.sentBy)?.delaysMicros).toEqual([])
    expect(other.events.find(({ cause }) => cause === sending.sentBy)).toMatchObject({
      kind: 'drop',
      reason: 'loss',
    })
  })
})
