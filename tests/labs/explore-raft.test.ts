/** Raft's election, explored: the reference in every order within a scope, and its mutants. */
import { describe, expect, test } from 'vitest'
import {
  type ExploreOptions,
  type ExploreResult,
  electionSafety,
  explore,
  NO_FAULTS,
  oneVotePerTerm,
  type StateClaim,
  type World,
} from '#core'
import { FunctionLiveHost, FunctionStepHost } from '#kit/state/function-step-host.ts'
import { nodeRenamer } from '#kit/state/rename-nodes.ts'
import { raft } from '#labs/raft/lab.ts'
import { compileSolution, mutate, readCorpus } from '../../scripts/power/lab-corpus.ts'
import { scopeOf } from '../support/scope-of.ts'

const corpus = await readCorpus()
const election = corpus.find(({ step }) => step.id === '03-election')
if (election === undefined) throw new Error('the lab has an election')
const { solution, mutants, variants } = election

function mutant(id: string): string {
  const found = mutants.find((each) => each.id === id)
  if (found === undefined || election === undefined) throw new Error(`there is no mutant ${id}`)
  return mutate(election.solution, found)
}

function variant(name: string): string {
  const found = variants.find((each) => each.name === name)
  if (found === undefined) throw new Error(`there is no variant ${name}`)
  return found.source
}

/** Election Safety (Raft, Figure 3), as far as one state can tell. */
const oneLeader: StateClaim = {
  id: 'one-leader-a-term',
  sentence: 'A term has at most one leader.',
  holds({ nodes }) {
    const leaders = nodes.filter(({ fields }) => fields.role === 'leader')
    for (const [index, first] of leaders.entries()) {
      const second = leaders
        .slice(index + 1)
        .find(({ fields }) => fields.currentTerm === first.fields.currentTerm)
      if (second === undefined) continue
      const term = JSON.stringify(first.fields.currentTerm)
      const message = `${first.id} and ${second.id} lead in term ${term}.`
      return { message, nodes: [first.id, second.id] }
    }
    return undefined
  },
}

const termOver = (term: number) => (world: World) =>
  world.nodes.some(({ fields }) => Number(fields.currentTerm ?? 0) > term)

/** Of the reference, with goals that tell nodes apart. */
function exploreByName(options: Partial<ExploreOptions>): ExploreResult {
  const code = compileSolution(solution)
  return explore({
    scope: scopeOf(3),
    host: new FunctionStepHost(code, raft.modules),
    live: () => new FunctionLiveHost(code, raft.modules),
    states: [oneLeader],
    prune: termOver(1),
    ...options,
  })
}

/** Nodes are alike in this lab, and so are the questions. */
function exploreRaft(source: string, options: Partial<ExploreOptions> = {}): ExploreResult {
  const code = compileSolution(source)
  return explore({
    scope: scopeOf(3),
    host: new FunctionStepHost(code, raft.modules),
    live: () => new FunctionLiveHost(code, raft.modules),
    states: [oneLeader],
    prune: termOver(1),
    symmetry: nodeRenamer,
    ...options,
  })
}

/** One term, and no heartbeat beyond the first: small enough to be seen whole. */
const firstTerm: Partial<ExploreOptions> = {
  allows: (transition) => transition.kind !== 'timer' || transition.name !== 'heartbeat',
}

describe('correct elections', () => {
  test('the reference: every order of one term, seen whole', () => {
    const result = exploreRaft(solution, firstTerm)
    expect(result).toMatchObject({ kind: 'exhausted', symmetry: { kind: 'used', renamings: 6 } })
    // Nearly all states have six names; those with two alike nodes have three.
    const full = exploreByName(firstTerm)
    expect(full).toMatchObject({ kind: 'exhausted', depth: result.depth })
    expect(full.states).toBeGreaterThan(5 * result.states)
    expect(full.states).toBeLessThan(6 * result.states)
    expect(result.pathsChecked).toBeGreaterThan(64)
  })

  test('a variant that counts ticks: as much as fits into 4,000 states', () => {
    const result = exploreRaft(variant('ticking.ts'), { limits: { statesMax: 4_000 } })
    expect(result).toMatchObject({ kind: 'limit', limit: 'states' })
  })

  test('a variant that keeps functions in a field is not explored, and not blamed', () => {
    expect(exploreRaft(variant('state-machine.ts'))).toMatchObject({
      kind: 'not-explorable',
      why: expect.stringMatching(
        /field `handlers\.\w+` holds a function: make it a method/,
      ) as string,
    })
  })

  test('with a crash, a loss and a repetition, to a depth of six', () => {
    const faults = { ...NO_FAULTS, crashes: 1, losses: 1, duplicates: 1 }
    const options = { scope: scopeOf(3, { faults }), limits: { depthMax: 6 } }
    const result = exploreRaft(solution, options)
    expect(result).toMatchObject({ kind: 'limit', limit: 'depth', depthCovered: 6 })
  })
})

describe('the shortest way to two leaders', () => {
  test('R01, who votes for whoever asks: two candidates, one voter', () => {
    const result = exploreRaft(mutant('R01'))
    if (result.kind !== 'violation') throw new Error(result.kind)
    // Each of the two needs its timer, its request and the answer: six, and no way is shorter.
    expect(result.path.map(({ kind }) => kind).sort()).toEqual([
      'deliver',
      'deliver',
      'deliver',
      'deliver',
      'timer',
      'timer',
    ])
    const shorter = exploreRaft(mutant('R01'), { limits: { depthMax: 5 } })
    expect(shorter).toMatchObject({ kind: 'limit', depthCovered: 5 })
    // The claims of the lab see it in the trace as well.
    const judged = exploreRaft(mutant('R01'), { states: [], claims: [electionSafety] })
    expect(judged).toMatchObject({ kind: 'violation', broken: { claimId: 'election-safety' } })
    expect(judged.kind === 'violation' && judged.path.length).toBe(6)
  })

  test('R04, who answers before the vote is durable: a crash between two effects', () => {
    const faults = { ...NO_FAULTS, crashes: 1 }
    const result = exploreRaft(mutant('R04'), { scope: scopeOf(3, { faults }) })
    if (result.kind !== 'violation') throw new Error(result.kind)
    const crashed = result.path.find((each) => 'crash' in each && each.crash !== null)
    expect(crashed).toMatchObject({ kind: 'deliver', message: { kind: 'message' } })
    expect(crashed?.kind === 'deliver' && crashed.message.body).toContain('RequestVote')
    // Seen by claims about traces: no state shows what a node has forgotten.
    const judged = exploreRaft(mutant('R04'), {
      scope: scopeOf(3, { faults }),
      states: [],
      claims: [oneVotePerTerm],
    })
    expect(judged).toMatchObject({ kind: 'violation', broken: { claimId: 'one-vote-per-term' } })
    expect(judged.kind === 'violation' && judged.path.length).toBeLessThanOrEqual(
      result.path.length,
    )
  })

  test('a correct voter does not vote twice in the same searches', () => {
    const faults = { ...NO_FAULTS, crashes: 1 }
    const judged = exploreRaft(solution, {
      scope: scopeOf(3, { faults }),
      states: [],
      claims: [oneVotePerTerm, electionSafety],
      limits: { depthMax: 4 },
    })
    expect(judged.kind).toBe('limit')
  })
})

describe('stages', () => {
  test('first a leader, then a cut, then another leader of a newer term', () => {
    const leads = (id: string) => (world: World) =>
      world.nodes.some((node) => node.id === id && node.fields.role === 'leader')
    const elected = exploreByName({ goal: leads('n1') })
    if (elected.kind !== 'goal-reached') throw new Error(elected.kind)

    const links = ['n2', 'n3'].flatMap((other) => [
      { from: 'n1', to: other },
      { from: other, to: 'n1' },
    ])
    const cut = scopeOf(3, {
      faults: { ...NO_FAULTS, cuts: 1 },
      cuts: [{ label: 'n1 | n2 n3', links }],
    })
    const second = exploreByName({
      scope: cut,
      start: elected.stages,
      goal: (world) => world.cut !== null && leads('n1')(world) && leads('n2')(world),
      prune: termOver(2),
    })
    if (second.kind !== 'goal-reached') throw new Error(second.kind)
    const [stage] = second.stages
    expect(stage?.path.slice(0, elected.stages[0]?.path.length)).toEqual(elected.stages[0]?.path)
    const terms = stage?.world.nodes.map(({ fields }) => fields.currentTerm)
    expect(terms?.[1]).toBeGreaterThan(Number(terms?.[0]))
  })
})

describe('code that cannot be explored', () => {
  const votes = 'private votes = new Set<NodeId>()'

  test.each([
    [
      'a variable of the module',
      solution
        .replace(votes, '')
        .replaceAll('this.votes', 'votes')
        .replace('export class', 'let votes = new Set<NodeId>()\nexport class'),
      'Keep no state in variables',
    ],
    [
      'a static field',
      solution
        .replace(votes, 'static votes = new Set<NodeId>()')
        .replaceAll('this.votes', 'Raft.votes'),
      'or in static fields',
    ],
    [
      'a private member',
      solution.replace(votes, '#votes = new Set<NodeId>()').replaceAll('this.votes', 'this.#votes'),
      'write `private votes` instead',
    ],
    [
      'a function in a field',
      solution.replace(votes, `${votes}\n  private later = () => 1`),
      'field `later` holds a function: make it a method',
    ],
  ])('%s', (_name, source, why) => {
    // Five nodes: with three, one vote more is a majority, and nobody needs to remember any.
    const scope = scopeOf(5)
    const result = exploreRaft(source, { scope, limits: { depthMax: 5 } })
    expect(result).toMatchObject({
      kind: 'not-explorable',
      why: expect.stringContaining(why) as string,
    })
  })
})
