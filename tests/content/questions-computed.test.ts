/** Answers that can be computed are: by runs, by core's checkers, by rules and by arithmetic. */
import { describe, expect, it } from 'vitest'
import { FIGURES } from '#app/_viz/figures/registry.ts'
import { choiceKey, runFigure } from '#app/_viz/figures/run/run.ts'
import { simulate } from '#app/_viz/figures/simulate.ts'
import { QUESTION_RUNS } from '#app/_viz/question-runs/registry.ts'
import { linkDelays, MS, networkOf } from '#content/figures/network.ts'
import { latencyMs, operationsOf } from '#content/figures/operations.ts'
import { figureScenario } from '#content/figures/scenario.ts'
import { gradeCut } from '#content/grading/cut.ts'
import { gradeNumber } from '#content/grading/number.ts'
import { figure as shapes } from '#content/lessons/kinds-of-cut/shapes.figure.ts'
import type { Figure, RunFigure } from '#content/schema/figure.ts'
import type { QuestionOf } from '#content/schema/question.ts'
import {
  classify,
  classifyIsolation,
  DEFAULT_BUDGETS,
  type HistoryVerdict,
  type NemesisStep,
  present,
  readHistory,
  type Scenario,
} from '#core'
import { AbdRegister, type AbdSettings } from '#systems/abd-register/abd-register.ts'
import {
  LeaderlessRegister,
  type LeaderlessSettings,
} from '#systems/replicated-register/leaderless.ts'
import { LATENCY_CASES, latencyId } from '../../scripts/questions/latency-quorums.ts'
import { compute } from '../support/arithmetic.ts'
import { questionsOf } from '../support/questions.ts'

async function runOf(id: string): Promise<RunFigure> {
  const load = FIGURES[id] ?? QUESTION_RUNS[id]
  const figure: Figure = (await present(load, `there is a run ${id}`)()).figure
  if (figure.kind === 'run') return figure
  if ('run' in figure) return figure.run
  throw new Error(`${id} is no run`)
}

describe.each(questionsOf('outcome'))('outcome: $id', ({ run: id, choice, options }) => {
  it('is what the run gives', async () => {
    const run = await runOf(id)
    const key = choiceKey(run, choice)
    expect(Object.keys(run.expected), 'a choice of the figure').toContain(key)
    expect(Object.keys(choice).toSorted()).toEqual(run.controls.map((each) => each.id).toSorted())
    const { outcome } = runFigure(run, choice).told
    expect(options.filter(({ isRight }) => isRight).map((each) => each.outcome)).toEqual([outcome])
    const possible = run.predict.options.map((each) => each.id)
    expect(options.map((each) => each.outcome).filter((each) => !possible.includes(each))).toEqual(
      [],
    )
  })
})

const LIMITS = { stepsMax: 1_000_000 } as const

function verdictsOf({
  object,
  initial,
  history: text,
}: QuestionOf<'claim'>): ReadonlyMap<string, HistoryVerdict['verdict']> {
  const { history } = readHistory(text, { format: 'json-lines' })
  const judged =
    object === 'transactions'
      ? classifyIsolation(history, LIMITS).levels
      : classify(history, { initial, limits: LIMITS }).perLevel
  return new Map(judged.map(({ level, verdict }) => [level, verdict.verdict]))
}

describe.each(questionsOf('claim'))('claim: $id', (question) => {
  it('has the verdicts of the checkers', () => {
    const verdicts = verdictsOf(question)
    const said = question.claims.map(({ level, isBroken }) => [level, isBroken ? 'fail' : 'pass'])
    expect(said).toEqual(question.claims.map(({ level }) => [level, verdicts.get(level)]))
  })
})

describe.each(questionsOf('number'))('number: $id', (question) => {
  it('is what its arithmetic gives', () => {
    expect(compute(question.formula)).toBeCloseTo(question.value, 6)
  })

  it('tells its wrong values from the right one', () => {
    const key = { ...question, common: question.common }
    const grade = (value: number) => gradeNumber(key, { value, unit: question.unit })
    expect(grade(question.value)).toEqual({ isRight: true })
    expect(question.common.map(({ value }) => grade(value))).toEqual(
      question.common.map((_, index) => ({ isRight: false, common: index })),
    )
  })
})

describe.each(LATENCY_CASES)('the wait for $needed replicas, $rttsMs ms away', (latency) => {
  it('is what a coordinator takes in the simulator', () => {
    const question = questionsOf('number').find(({ id }) => id === latencyId(latency))
    expect(waitedMs(latency)).toBeCloseTo(question?.value ?? -1, 0)
  })
})

/** A read at n1, which coordinates, with the client beside it. */
function waitedMs({ rttsMs, needed }: (typeof LATENCY_CASES)[number]): number {
  const nodes = ['n1', ...rttsMs.map((_, index) => `n${index + 2}`)]
  const pairs = rttsMs.map((rtt, index) => [`n1,n${index + 2}`, rtt] as const)
  const settings = {
    initial: 0,
    whenCutOff: 'wait',
    patienceMs: 5_000,
    beatMs: 0,
    repairMs: 0,
    r: needed,
    w: needed,
    versions: 'counter',
    readRepair: 'none',
  } satisfies LeaderlessSettings
  const scenario = figureScenario({
    id: 'latency-question',
    nodes,
    clients: ['c1'],
    delayMs: [1, 1],
    settings,
    nemesis: linkDelays(Object.fromEntries(pairs), { c1: 'n1' }, 0),
    operations: [{ atMs: 10, client: 'c1', node: 'n1', body: { kind: 'read' }, timeoutMs: 1_000 }],
    lengthMs: 1_200,
  })
  const [read] = operationsOf(simulate(LeaderlessRegister, scenario, 1).trace)
  return latencyMs(present(read, 'c1 reads')) ?? -1
}

/** What c2 sees of plain Raft, led by n1, once these links are cut: as the figure on cuts has it. */
function seenUnder(links: readonly string[]): string {
  const choice = { protocol: 'elected', shape: 'clean' } as const
  const scenario = {
    ...shapes.scenario(choice),
    nemesis: links.map((link) => oneWay(link, 700 * MS)),
  }
  const node = shapes.nodeFor?.(choice) ?? shapes.node
  return shapes.tell(simulate(node, scenario, shapes.seed).trace, choice).outcome
}

describe('cuts that are about elections', () => {
  const exampleOf = (id: string) =>
    present(
      questionsOf('cut').find((each) => each.id === id),
      `there is a question ${id}`,
    ).example

  it('leave the clients of a deaf leader without any answer', () => {
    expect(seenUnder(exampleOf('deaf-leader-cut'))).toBe('stopped')
  })

  it('let a deaf follower depose the leader again and again', () => {
    expect(seenUnder(exampleOf('disturbing-follower-cut'))).toBe('limps')
  })

  it('cost one election when they are clean', () => {
    expect(seenUnder(exampleOf('lone-node-clean-cut'))).toBe('gap')
  })
})

function oneWay(link: string, at: number): NemesisStep {
  const [from = '', to = ''] = link.split('->')
  return { at, fault: { kind: 'one-way', name: link, from: [from], to: [to] } }
}

function cutKeyOf({ nodes, links, goalParts }: QuestionOf<'cut'>) {
  const ids = nodes.map(({ id }) => id)
  const all = ids.flatMap((from) => ids.filter((to) => to !== from).map((to) => `${from}->${to}`))
  return { nodes: ids, links: links === 'all' ? all : links, goalParts }
}

describe.each(questionsOf('cut'))('cut: $id', (question) => {
  const key = cutKeyOf(question)

  it('is solved by its example and not by what tempts', () => {
    expect(gradeCut(key, question.example)).toEqual({ isRight: true })
    for (const { links } of question.tempting) expect(gradeCut(key, links).isRight).toBe(false)
    expect(gradeCut(key, []).isRight).toBe(false)
  })

  it('needs every link of its example', () => {
    for (const link of question.example) {
      const fewer = question.example.filter((each) => each !== link)
      expect(gradeCut(key, fewer).isRight, `without ${link}`).toBe(false)
    }
  })

  it('has whoever keeps a majority answered, in runs of the majority register', () => {
    for (const part of question.goalParts) {
      if (part.rule !== 'majority-only-at') continue
      expect(answeredUnder(key.nodes, question.example)).toEqual(part.nodes)
    }
  })
})

/** The nodes at which a client that stays there gets an answer from a register kept by majorities. */
function answeredUnder(nodes: readonly string[], links: readonly string[]): readonly string[] {
  const settings = { voters: nodes, initial: 0, againMs: 60 } satisfies AbdSettings
  const clients = nodes.map((node) => `c-${node}`)
  const nemesis = links.map((link) => oneWay(link, 0))
  const scenario: Scenario = {
    id: 'cut-question',
    nodes,
    clients,
    network: networkOf([8, 14]),
    nemesis,
    operations: nodes.map((node, index) => ({
      at: 50 * MS,
      client: clients[index] ?? '',
      node,
      body: { kind: 'read' },
      timeoutMicros: 700 * MS,
    })),
    settings,
    safetyMicros: 800 * MS,
    livenessMicros: 0,
    budgets: DEFAULT_BUDGETS,
  }
  return operationsOf(simulate(AbdRegister, scenario, 1).trace)
    .filter(({ outcome }) => outcome === 'ok')
    .map(({ node }) => node)
    .toSorted((a, b) => nodes.indexOf(a) - nodes.indexOf(b))
}
