/** Stories of runs that end otherwise than at a broken claim, as reviewed text. */
import { describe, expect, test } from 'vitest'
import { type Check, headlineOf, printStory, runSeed, tellStory } from '#core'
import { FunctionHost } from '#kit/function-host.ts'
import { readCorpus } from '../../../scripts/power/lab-corpus.ts'
import { expectGolden } from './golden.ts'
import { compileWithMap, tellRun } from './told-mutant.ts'

const step = (await readCorpus()).find((one) => one.step.id === '03-election')
if (step === undefined) throw new Error('there is an election step')
const { lab, checks, solution } = step

/** The story of the reference with one change, in the first seed of a check. */
function tellChanged(checkId: string, find: string, replace: string) {
  const source = solution.replace(find, replace)
  expect(source).not.toBe(solution)
  return tellRun({
    lab,
    check: checkOf(checkId),
    seed: 1,
    source,
    compiled: compileWithMap(source),
  })
}

function checkOf(id: string): Check {
  const check = checks.find((one) => one.id === id)
  if (check === undefined) throw new Error(`there is a check ${id}`)
  return check
}

describe('the story of code that', () => {
  test('throws when it is first asked for a vote', () => {
    const { story } = tellChanged(
      'healthy-cluster',
      'const voteGranted =',
      "if (candidate === 'n3') throw new RangeError('no such candidate')\n    const voteGranted =",
    )
    expectGolden('ending-threw-in-message', printStory(story))
  })

  test('throws after a restart', () => {
    const { story } = tellChanged(
      'crash-and-restart',
      'this.restartElectionTimer()\n  }\n\n  onTimer',
      "if (this.currentTerm > 0) throw new Error('unread')\n    this.restartElectionTimer()\n  }\n\n  onTimer",
    )
    expectGolden('ending-threw-after-restart', printStory(story))
  })

  test('lets time stand still', () => {
    const { story } = tellChanged(
      'healthy-cluster',
      "this.setTimer('heartbeat', HEARTBEAT_MS)",
      "this.setTimer('heartbeat', 0)",
    )
    expectGolden('ending-time-stands-still', printStory(story))
  })

  test('is not deterministic', () => {
    const source = solution.replace(
      'onStart() {',
      'onStart() {\n    this.note(String(Math.random()))',
    )
    const { code } = compileWithMap(source)
    const host = new FunctionHost(code, lab.modules)
    const { trace } = runSeed({ check: checkOf('healthy-cluster'), seed: 1, host, keepTrace: true })
    const event = trace?.events.findIndex(({ kind }) => kind === 'note') ?? -1
    if (trace === undefined || event === -1) throw new Error('the code writes notes')
    const story = tellStory({ trace, outcome: { kind: 'not-deterministic', event } })
    expect(story.steps.at(-1)).toMatchObject({ event, atMicros: 0 })
    expect(story.what).toBe(`Two runs with seed 1 differed first at event ${event}.`)
    expect(story.line).toBeUndefined()
  })
})

describe('a headline', () => {
  test.each([
    ['events per instant', 2_000, 'More than 2,000 events at one instant'],
    ['effects per call', 500, 'asked for more than 500 things'],
    ['bytes per call', 1_048_576, 'more than 1,048,576 bytes'],
    ['messages in flight', 10_000, 'More than 10,000 messages'],
    ['bytes in flight', 12_345_678, 'More than 12,345,678 bytes'],
    ['bytes on disk', 4_194_304, 'more than 4,194,304 bytes on its disk'],
    ['timers', 1_000, 'more than 1,000 timers'],
    ['something new', 3, 'its bound of 3 something new'],
  ])('tells of the bound on %s', (budget, limit, what) => {
    const outcome = { kind: 'over-budget', budget, limit, at: 0, event: 1 } as const
    expect(headlineOf(outcome, undefined, 1).what).toContain(what)
  })

  test('of a claim that nobody knows any more still says which it was', () => {
    const violation = { event: 3, message: 'n1 \u202eand\nn2.', related: [], nodes: [] }
    const outcome = { kind: 'claim-broken', claimId: 'long-gone', violation } as const
    expect(headlineOf(outcome, undefined, 1)).toEqual({
      claim: 'The claim “long-gone” holds.',
      what: 'n1 and n2.',
      ask: 'Which of these events should not have been possible?',
    })
  })
})
