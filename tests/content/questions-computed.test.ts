/** Answers that can be computed are: by runs, by core's checkers, by rules and by arithmetic. */
import { describe, expect, it } from 'vitest'
import { FIGURES } from '#app/_viz/figures/registry.ts'
import { choiceKey, runFigure } from '#app/_viz/figures/run/run.ts'
import { simulate } from '#app/_viz/figures/simulate.ts'
import { QUESTION_RUNS } from '#app/_viz/question-runs/registry.ts'
import { operationsOf } from '#content/figures/operations.ts'
import { gradeCut } from '#content/grading/cut.ts'
import { gradeNumber } from '#content/grading/number.ts'
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
    // The schema lets nothing but numbers, signs and Math pass.
    const value = Number(new Function(`return (${question.formula})`)())
    expect(value).toBeCloseTo(question.value, 6)
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

const MS = 1_000

/** The nodes at which a client that stays there gets an answer from a register kept by majorities. */
function answeredUnder(nodes: readonly string[], links: readonly string[]): readonly string[] {
  const settings = { voters: nodes, initial: 0, againMs: 60 } satisfies AbdSettings
  const clients = nodes.map((node) => `c-${node}`)
  const nemesis = links.map((link): NemesisStep => {
    const [from = '', to = ''] = link.split('->')
    return { at: 0, fault: { kind: 'one-way', name: link, from: [from], to: [to] } }
  })
  const scenario: Scenario = {
    id: 'cut-question',
    nodes,
    clients,
    network: {
      delayMicrosMin: 8 * MS,
      delayMicrosMax: 14 * MS,
      tailPermille: 0,
      tailMicrosMax: 14 * MS,
      lossPermille: 0,
      duplicatePermille: 0,
      keepsOrder: false,
    },
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
