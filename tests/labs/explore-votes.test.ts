/**
 * Voting and pre-votes, explored: the references in every order within a scope, crashes between
 * two effects included, and the mutants whose schedules random seeds seldom meet.
 */
import { describe, expect, test } from 'vitest'
import {
  type ExploreOptions,
  type ExploreResult,
  electionSafety,
  explore,
  type FaultBudget,
  NO_FAULTS,
  oneVotePerTerm,
  preVoteChangesNothing,
  type StateClaim,
  type Transition,
  termsGrow,
  type World,
} from '#core'
import { FunctionLiveHost, FunctionStepHost } from '#kit/state/function-step-host.ts'
import { nodeRenamer } from '#kit/state/rename-nodes.ts'
import { raft } from '#labs/raft/lab.ts'
import { compileSolution, mutate, readCorpus } from '../../scripts/power/lab-corpus.ts'
import { scopeOf } from '../support/scope-of.ts'

const corpus = await readCorpus()

/** The reference of a step, or one of its mutants. */
function sourceOf(stepId: string, mutantId?: string): string {
  const found = corpus.find(({ lab, step }) => lab === raft && step.id === stepId)
  if (found === undefined) throw new Error(`there is no step ${stepId}`)
  if (mutantId === undefined) return found.solution
  const mutant = found.mutants.find(({ id }) => id === mutantId)
  if (mutant === undefined) throw new Error(`there is no mutant ${mutantId}`)
  return mutate(found.solution, mutant)
}

/** Election Safety (Raft, Figure 3), as far as one state can tell. */
const oneLeader: StateClaim = {
  id: 'one-leader-a-term',
  sentence: 'A term has at most one leader.',
  holds({ nodes }) {
    const leaders = nodes.filter(({ fields }) => fields.role === 'leader')
    const terms = new Set(leaders.map(({ fields }) => fields.currentTerm))
    if (terms.size === leaders.length) return undefined
    return { message: 'two lead in one term', nodes: leaders.map(({ id }) => id) }
  },
}

interface Bounds {
  readonly faults?: Partial<FaultBudget>
  readonly termMax: number
  /** Not more messages under way; without a bound when left out. */
  readonly messagesMax?: number
}

function search(
  source: string,
  { faults = {}, termMax, messagesMax = Number.POSITIVE_INFINITY }: Bounds,
  options: Partial<ExploreOptions> = {},
): ExploreResult {
  const code = compileSolution(source)
  return explore({
    scope: scopeOf(3, { faults: { ...NO_FAULTS, ...faults } }),
    host: new FunctionStepHost(code, raft.modules),
    live: () => new FunctionLiveHost(code, raft.modules),
    states: [oneLeader],
    prune: ({ messages, nodes }: World) =>
      messages.length > messagesMax ||
      nodes.some(({ fields }) => Number(fields.currentTerm ?? 0) > termMax),
    ...options,
  })
}

/** The third node only votes, and no timer but those of elections fires. */
const twoCandidates = (transition: Transition) =>
  transition.kind !== 'timer' || (transition.node !== 'n3' && transition.name === 'election')

describe('voting, seen whole', () => {
  const voting = sourceOf('02-voting')

  test('three candidates of one term, and a message that is repeated', () => {
    const bounds = { termMax: 1, faults: { duplicates: 1 } }
    const result = search(voting, bounds, { symmetry: nodeRenamer })
    expect(result).toMatchObject({ kind: 'exhausted', symmetry: { kind: 'used' } })
    expect(result.states).toBeGreaterThan(1_000)
  })

  test('two candidates of one term, and a crash of anybody at any effect', () => {
    const bounds = { termMax: 1, faults: { crashes: 1 } }
    const result = search(voting, bounds, { allows: twoCandidates })
    expect(result.kind).toBe('exhausted')
    expect(result.states).toBeGreaterThan(1_000)
  })
})

describe('a vote and a term that are stored one after the other', () => {
  const bounds = { termMax: 2, faults: { crashes: 1 } }
  const claims = { states: [], claims: [oneVotePerTerm, termsGrow, electionSafety] }

  test.each(['R58', 'V07'])('%s votes twice after a crash between the two', (mutant) => {
    const result = search(sourceOf('02-voting', mutant), bounds, {
      ...claims,
      allows: twoCandidates,
    })
    expect(result).toMatchObject({
      kind: 'violation',
      broken: { claimId: 'one-vote-per-term' },
    })
    const path = result.kind === 'violation' ? result.path : []
    expect(path.some((step) => 'crash' in step && step.crash !== null)).toBe(true)
    // No way is shorter, and the reference is right on all ways that are as short.
    expect(path.length).toBe(6)
    const reference = search(sourceOf('02-voting'), bounds, {
      ...claims,
      allows: twoCandidates,
      limits: { depthMax: 6 },
    })
    expect(reference).toMatchObject({ kind: 'limit', limit: 'depth', depthCovered: 6 })
  })
})

describe('pre-votes', () => {
  test('two candidates of one term, who ask until four messages are under way, seen whole', () => {
    const bounds = { termMax: 1, messagesMax: 4 }
    const result = search(sourceOf('04-pre-vote'), bounds, { allows: twoCandidates })
    expect(result.kind).toBe('exhausted')
    expect(result.states).toBeGreaterThan(1_000)
  })

  test.each(['R28', 'R28b'])('%s, who votes or forgets its vote when asked', (mutant) => {
    const result = search(
      sourceOf('04-pre-vote', mutant),
      { termMax: 2 },
      { states: [], claims: [preVoteChangesNothing, oneVotePerTerm], allows: twoCandidates },
    )
    expect(result).toMatchObject({ kind: 'violation' })
  })
})
