/** What passes for a counterexample in the games of the quorum lab, on traces written by hand. */
import { expect, test } from 'vitest'
import { decodeReply, type Effect, encodeEffect, runSeed, WorldView } from '#core'
import { FunctionHost } from '#kit/function-host.ts'
import { showsAnomaly } from '#labs/quorum/claims.ts'
import { compileSolution, readCorpus } from '../../scripts/power/lab-corpus.ts'
import { traceOf } from '../support/traces/trace-script.ts'

/** A put is under way; c2 reads what it puts, and then c3 reads something. */
function brokenBy(second: string): string | undefined {
  const { header, events } = traceOf(`
    clients c0 c1 c2 c3
    c0 asks n1 op=put key=x value=old
    c0 gets 1 ok null
    c1 asks n1 op=put key=x value=new
    c2 asks n2 op=get key=x
    c2 gets 3 ok new
    ${second}`)
  const monitor = showsAnomaly(4).monitor(header)
  const view = new WorldView(header)
  for (const event of events) monitor.onEvent(event, view)
  const found = monitor.onEnd?.()
  return found && 'message' in found ? found.message : undefined
}

test('a run that one copy could have given is none', () => {
  expect(brokenBy('c3 asks n3 op=get key=x\n c3 gets 4 ok new')).toBe(
    'One copy could have given all these answers: put "old", put "new", get gave "new", get gave "new".',
  )
})

test('a read that goes back is one', () => {
  expect(brokenBy('c3 asks n3 op=get key=x\n c3 gets 4 ok old')).toBeUndefined()
})

test('a run without all operations of the game is not judged', () => {
  expect(brokenBy('')).toBeUndefined()
})

test.each<Effect>([
  { kind: 'send', to: 'n2', body: '{"a":1}' },
  { kind: 'send', to: 'n2', body: '{"a":1}', fate: 'lost' },
  { kind: 'send', to: 'n2', body: '{"a":1}', fate: { delayMicros: 900_000 } },
])('an effect crosses as it is: %j', (effect) => {
  const limits = { effectsPerCallMax: 9, bytesPerCallMax: 999 }
  expect(decodeReply(`O${encodeEffect(effect)}`, limits)).toEqual({
    kind: 'effects',
    effects: [effect],
  })
})

test('a fate that is neither a time nor “lost” is refused', () => {
  const limits = { effectsPerCallMax: 9, bytesPerCallMax: 999 }
  expect(decodeReply('Od2:n21:14:soon', limits)).toMatchObject({ kind: 'invalid' })
})

test('nodes choose the fates of messages only where the scenario says so', async () => {
  const game = (await readCorpus()).find(({ step }) => step.id === '05-new-old')
  const [check] = game?.checks ?? []
  if (game === undefined || check === undefined) throw new Error('the lab has this game')
  const code = compileSolution(game.solution)
  const outcomeIn = (one: typeof check) =>
    runSeed({
      check: one,
      seed: 1,
      keepTrace: false,
      host: new FunctionHost(code, game.lab.modules),
    }).result.outcome
  expect(outcomeIn(check)).toEqual({ kind: 'pass' })
  const usual = {
    ...check,
    scenario: (seed: number) => {
      const { nodesPlayNetwork: _, ...scenario } = check.scenario(seed)
      return scenario
    },
  }
  expect(outcomeIn(usual)).toMatchObject({ kind: 'claim-broken', claimId: 'shows-anomaly' })
})
