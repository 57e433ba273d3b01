/** Every figure of the course: it is in the registry, its claims are what its runs give. */
import { globSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type {
  Figure,
  MapModel,
  MythCard,
  ProofGameFigure,
  RunFigure,
} from '#content/schema/figure.ts'
import type { FigureHistory } from '#content/schema/figure-history.ts'
import type { TimeoutPlotFigure } from '#content/schema/figure-measured.ts'
import { validateHistory } from '#core'
import { flawsOf } from '../../app/_viz/figures/decision/paths.ts'
import {
  answerOfNetwork,
  lostIn,
  playRound,
  sidesOf,
} from '../../app/_viz/figures/proof-game/game.ts'
import { placeExhibit } from '../../app/_viz/figures/quadrants/place-exhibit.ts'
import { measureQuorum, quorumOf } from '../../app/_viz/figures/quorum/measure-quorum.ts'
import { FIGURES } from '../../app/_viz/figures/registry.ts'
import { runRtt, settingOf } from '../../app/_viz/figures/rtt-map/rtt.ts'
import { allChoices, choiceKey, runFigure } from '../../app/_viz/figures/run/run.ts'
import { measureSlope } from '../../app/_viz/figures/slope/slopes.ts'
import { historyOf, judgeHistory } from '../../app/_viz/figures/timeline/judge-history.ts'
import { measureTimeout } from '../../app/_viz/figures/timeout-plot/measure-timeouts.ts'
import { ROOT } from '../../scripts/state/paths.ts'

const LESSONS = join(ROOT, 'content/lessons')
const files = globSync('*/*.figure.ts', { cwd: LESSONS }).map((file) =>
  file.replace('.figure.ts', ''),
)
const figures = await Promise.all(
  Object.entries(FIGURES).map(async ([id, load]) => ({ id, figure: (await load()).figure })),
)

describe('the registry', () => {
  it('has every figure that lies beside a lesson, and no other', () => {
    expect(Object.keys(FIGURES).toSorted()).toEqual(files.toSorted())
    expect(files.length).toBeGreaterThan(0)
  })
})

describe.each(figures)('$id', ({ figure }) => {
  it('says in words what it shows', () => {
    expect(figure.summary.split(/[.?!] /).length, 'sentences').toBeGreaterThanOrEqual(2)
    expect(figure.summary.length).toBeLessThan(900)
  })

  checkClaims(figure)
})

/** What each kind claims, held against its runs and checkers. */
function checkClaims(figure: Figure): void {
  switch (figure.kind) {
    case 'run':
      describe('the runs', () => checkRuns(figure))
      return
    case 'timeline':
      describe.each([...figure.histories])('history $id', checkHistory)
      return
    case 'proof-game':
      describe('the game', () => checkGame(figure))
      return
    case 'myths':
      describe.each([...figure.cards])('“$statement”', checkMyth)
      return
    case 'consistency-map':
      describe.each([...figure.models])('$id', checkModel)
      return
    case 'decision':
      it('leads everybody somewhere', () => expect(flawsOf(figure)).toEqual([]))
      return
    case 'rtt-map':
      it.each(Object.entries(figure.expected))('takes what it claims: %s, %i ms', (key, ms) => {
        expect(Math.round(runRtt(figure, settingOf(key)).latencyMs ?? -1)).toBe(ms)
      })
      return
    case 'slope':
      it.each(figure.operations)('has the slope that it claims: $name', ({ id, slope }) => {
        expect(figure.rttsMs.length).toBeGreaterThan(1)
        expect(measureSlope(figure, id).slope).toBe(slope)
      })
      return
    case 'timeout-plot':
      return checkTimeouts(figure)
    case 'quadrants':
      it.each(figure.exhibits)('is where it claims to be: $name', (exhibit) => {
        expect(placeExhibit(exhibit).placement).toEqual(exhibit.expected)
      })
      return
    case 'quorum':
      it.each(Object.entries(figure.expected))(
        'keeps or breaks as it claims: %s, %s',
        (key, says) => {
          const { brokenSeeds } = measureQuorum(figure, quorumOf(key))
          expect(brokenSeeds === 0 ? 'linearizable' : 'not linearizable').toBe(says)
        },
      )
      return
    case 'clocks':
      describe('the runs', () => checkRuns(figure.run))
      it('draws one of its choices', () => {
        expect(figure.run.expected).toHaveProperty([choiceKey(figure.run, figure.choice)])
      })
      return
    case 'versions':
      describe('the runs', () => checkRuns(figure.run))
  }
}

/** A shorter timeout notices a crash sooner; a longer one suspects less. */
function checkTimeouts(figure: TimeoutPlotFigure): void {
  it.each(figure.weathers.map(({ id }) => id))('costs something either way: %s', (weather) => {
    const hasty = measureTimeout(figure, weather, Math.min(...figure.timeoutsMs))
    const patient = measureTimeout(figure, weather, Math.max(...figure.timeoutsMs))
    expect(hasty.detectedAfterMs).toBeLessThan(patient.detectedAfterMs ?? 0)
    expect(hasty.falseSuspicions).toBeGreaterThanOrEqual(patient.falseSuspicions)
  })
}

function checkHistory(history: FigureHistory): void {
  it('is judged by the checkers as it says', () => {
    const judged = judgeHistory(history).map(({ id, verdict }) => [id, verdict.verdict])
    expect(Object.fromEntries(judged)).toEqual(history.expected)
    expect(judged.length).toBeGreaterThan(0)
    expect(validateHistory(historyOf(history))).toEqual([])
  })
}

function checkRuns(figure: RunFigure): void {
  const choices = allChoices(figure)

  it('has an outcome for every choice', () => {
    const keys = choices.map((choice) => choiceKey(figure, choice))
    expect(Object.keys(figure.expected).toSorted()).toEqual(keys.toSorted())
    expect(keys).toContain(choiceKey(figure, figure.first))
  })

  it.each(choices)('gives what it claims: %o', (choice) => {
    const { told } = runFigure(figure, choice)
    expect(told.outcome).toBe(figure.expected[choiceKey(figure, choice)])
    expect(figure.predict.options.map(({ id }) => id)).toContain(told.outcome)
    expect(told.verdict).not.toBe('')
  })
}

function checkGame(figure: ProofGameFigure): void {
  checkRuns(figure.run)
  const { node, network } = sidesOf(figure)

  it('has two sides', () => {
    expect(node).not.toBe(network)
  })

  it.each(node.options.map(({ id }) => id))('no strategy keeps both: %s', (move) => {
    const answer = answerOfNetwork(figure, move)
    expect(answer, 'the network has an answer').toBeDefined()
  })

  it('leaves the node something on a network that behaves', () => {
    const kept = network.options.some(({ id: networkMove }) =>
      node.options.some(({ id }) => lostIn(playRound(figure, id, networkMove)).length === 0),
    )
    expect(kept).toBe(true)
  })
}

function checkMyth({ run, choice, outcome, verdict, instead }: MythCard): void {
  it('is settled by its run', () => {
    expect(runFigure(run, choice).told.outcome).toBe(outcome)
    expect(run.expected[choiceKey(run, choice)]).toBe(outcome)
    expect(['true', 'false', 'it depends']).toContain(verdict)
    expect(instead.length).toBeGreaterThan(40)
  })
}

function checkModel({ id, allowed, forbidden }: MapModel): void {
  it('allows one history and forbids the other', () => {
    expect(allowed.expected[id]).toBe('pass')
    expect(forbidden.expected[id]).toBe('fail')
  })
  describe('the one that it allows', () => checkHistory(allowed))
  describe('the one that it forbids', () => checkHistory(forbidden))
}
