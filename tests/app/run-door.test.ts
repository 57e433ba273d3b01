/** The door between the frame and the page: what is none of our messages shuts the frame. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { summarizeCheck } from '#core'
import type { RunMessage } from '../../app/_run/messages.ts'
import { MESSAGES_MAX, readRunMessage } from '../../app/_run/read-run-message.ts'
import { doubtfulListener } from '../../app/_run/run-frame.ts'
import { advance, newReport, type RunEvent } from '../../app/_run/run-report.ts'
import { judgeChecks } from '../../app/_run/run-step.ts'
import { shrinkFailures } from '../../app/_run/shrink-failures.ts'
import { rowsOfRun } from '../../app/labs/_workspace/checks/check-rows.ts'
import { statusOfRun } from '../../app/labs/_workspace/checks/status-line.ts'
import { checkOf, hostsFor, SOLUTION } from './learner-code.ts'

const TWO_VOTES = SOLUTION.replace('this.votes.size < this.majority', 'this.votes.size < 2')
const CHECK = checkOf('leader-cut-off')

/** All that a run of code with a mistake says. */
const SAID: readonly RunMessage[] = (() => {
  const said: RunMessage[] = []
  const parts = {
    newHost: hostsFor(TWO_VOTES),
    newLinedHost: hostsFor(TWO_VOTES, { lines: true }),
    tell: (word: RunMessage) => said.push(structuredClone(word)),
  }
  shrinkFailures(judgeChecks([CHECK], parts), parts)
  return [{ kind: 'ready' }, ...said, { kind: 'judged' }, { kind: 'finished' }]
})()

function listener() {
  const heard: RunMessage[] = []
  let shutCount = 0
  const hear = doubtfulListener(
    (message) => heard.push(message),
    () => {
      shutCount++
    },
  )
  return { hear, heard, shutCount: () => shutCount }
}

const strange = fc.oneof(
  fc.constantFrom<unknown>(null, undefined, {}, [], '', -1, 1e99, 'x'.repeat(400), [[]], [{}]),
  fc.jsonValue(),
)

describe('the door', () => {
  test('lets everything through that our own worker says, as it is', () => {
    for (const message of SAID) expect(readRunMessage(message)).toBe(message)
  })

  test.each([
    [null],
    ['passed!'],
    [[]],
    [{}],
    [{ kind: '__proto__' }],
    [{ kind: 'constructor' }],
    [{ kind: 'toString' }],
    [JSON.parse('{"__proto__":{"kind":"finished"}}')],
    [{ kind: 'seed-done', checkId: {}, seed: 1, events: 1 }],
    [{ kind: 'replayed', result: { seed: 1, outcome: { kind: 'constructor' } } }],
  ])('refuses %j', (data) => {
    expect(readRunMessage(data)).toBeUndefined()
  })

  test('refuses what is bent, or it can do no harm to whoever reads it', () => {
    const fields = (value: unknown): readonly (readonly [Record<string, unknown>, string])[] =>
      typeof value !== 'object' || value === null
        ? []
        : Object.entries(value).flatMap(([name, inner]) => [
            [value as Record<string, unknown>, name] as const,
            ...fields(inner),
          ])
    let refusedCount = 0
    fc.assert(
      fc.property(fc.nat(), fc.nat(), strange, (which, where, value) => {
        const message = structuredClone(SAID[which % SAID.length] as RunMessage)
        const places = fields(message)
        const [owner, name] = places[where % places.length] ?? [undefined, '']
        if (owner !== undefined) owner[name] = value
        const read = readRunMessage(message)
        if (read === undefined) refusedCount++
        else lookAt(read)
      }),
      { numRuns: 600 },
    )
    expect(refusedCount).toBeGreaterThan(200)
  })

  test('is shut at the first word that is none of ours, and stays so', () => {
    const { hear, heard, shutCount } = listener()
    hear({ kind: 'ready' })
    hear({ kind: 'judged', more: 'than asked' })
    hear('passed!')
    hear({ kind: 'finished' })
    expect(heard.map(({ kind }) => kind)).toEqual(['ready', 'judged', 'broke-down'])
    expect(shutCount()).toBe(1)
  })

  test('is shut when far more is said than any run says', () => {
    const { hear, heard, shutCount } = listener()
    const word = { kind: 'seed-done', checkId: 'a', seed: 1, events: 1 }
    for (let count = 0; count < MESSAGES_MAX + 5; count++) hear(word)
    expect(heard).toHaveLength(MESSAGES_MAX + 1)
    expect(heard.at(-1)?.kind).toBe('broke-down')
    expect(shutCount()).toBe(1)
  })

  test('cuts a complaint that is longer than a sentence', () => {
    const read = readRunMessage({ kind: 'broke-down', why: 'x'.repeat(1_000_000) })
    expect(read?.kind === 'broke-down' ? read.why.length : 0).toBe(2_000)
  })
})

/** What the page does with a message of a run: it must not throw, whatever is in it. */
function lookAt(message: RunMessage): void {
  const before = newReport([summarizeCheck(CHECK)], '')
  const event =
    message.kind === 'seed-done'
      ? { ...message, elapsedMs: 1 }
      : message.kind === 'shrunk'
        ? ({ kind: 'shrunk', run: message } as const)
        : message
  const report = advance(before, event as RunEvent) as typeof before | undefined
  // Words that no report is about are for others.
  if (report === undefined) return
  rowsOfRun(report)
  statusOfRun(report)
}
