/**
 * Raft's log, explored: two commands on their way to two followers, in every order of all
 * messages with one that comes twice; and one command with a crash between any two effects.
 * Random seeds try some of these orders, this tries all.
 */
import { describe, expect, test } from 'vitest'
import {
  type ExploreOptions,
  type ExploreResult,
  explore,
  NO_FAULTS,
  present,
  type Stage,
  type World,
} from '#core'
import { FunctionLiveHost, FunctionStepHost } from '#kit/state/function-step-host.ts'
import { raft } from '#labs/raft/lab.ts'
import { SAFETY } from '#labs/raft/log-claims.ts'
import { compileSolution, mutate, readCorpus } from '../../scripts/power/lab-corpus.ts'
import { scopeOf } from '../support/scope-of.ts'

const corpus = await readCorpus()

/** The reference of a step, or one of its mutants. */
function codeOf(stepId: string, mutantId?: string): string {
  const found = corpus.find(({ step }) => step.id === stepId)
  const { solution, mutants } = present(found, `the lab has the step ${stepId}`)
  if (mutantId === undefined) return solution
  const known = mutants.find(({ id }) => id === mutantId)
  return mutate(solution, present(known, `${stepId} has the mutant ${mutantId}`))
}

/** Nodes are put back with the keys of their objects in order, so entries are made that way. */
function inKeyOrder(source: string): string {
  const entry = 'term: this.currentTerm, command: request.command'
  if (!source.includes(entry)) throw new Error('the reference makes entries otherwise')
  return source.replace(entry, 'command: request.command, term: this.currentTerm')
}

function exploreLog(source: string, options: Partial<ExploreOptions>): ExploreResult {
  const code = compileSolution(inKeyOrder(source))
  return explore({
    scope: scopeOf(3),
    host: new FunctionStepHost(code, raft.modules),
    live: () => new FunctionLiveHost(code, raft.modules),
    states: [],
    ...options,
  })
}

/** n1 leads term 1, and nothing is under way any more. */
function isSettled({ nodes, messages }: World): boolean {
  const [first, ...others] = nodes.map(({ fields }) => fields)
  return (
    messages.length === 0 &&
    first?.role === 'leader' &&
    others.every((fields) => fields.leaderId === 'n1' && fields.role === 'follower')
  )
}

function elected(source: string): readonly Stage[] {
  const result = exploreLog(source, {
    goal: isSettled,
    // The shortest way there: only n1 stands, and everybody but it waits.
    allows: (transition) => transition.kind !== 'timer' || transition.node === 'n1',
    prune: ({ nodes }) => nodes.some(({ fields }) => Number(fields.currentTerm ?? 0) > 1),
  })
  if (result.kind !== 'goal-reached') throw new Error(`no leader: ${result.kind}`)
  return result.stages
}

/** Two commands, a message that is repeated, and no timer: what is under way decides. */
function twoCommands(source: string): ExploreResult {
  return exploreLog(source, {
    scope: scopeOf(3, {
      operations: ['a', 'b'].map((body, at) => ({ client: `c${at + 1}`, node: 'n1', body })),
      faults: { ...NO_FAULTS, duplicates: 1 },
    }),
    start: elected(source),
    allows: ({ kind }) => kind !== 'timer',
    claims: SAFETY.commit,
  })
}

/** One command, and one crash of anybody between any two effects. */
function oneCrash(source: string): ExploreResult {
  return exploreLog(source, {
    scope: scopeOf(3, {
      operations: [{ client: 'c1', node: 'n1', body: 'a' }],
      faults: { ...NO_FAULTS, crashes: 1 },
    }),
    start: elected(source),
    allows: ({ kind }) => kind !== 'timer',
    claims: SAFETY.persistence,
  })
}

describe('two commands and a repeated message', () => {
  test('the reference: nothing breaks in any order', () => {
    const result = twoCommands(codeOf('08-commit'))
    expect(result).toMatchObject({ kind: 'exhausted' })
    expect(result.states).toBeGreaterThan(2_000)
  })

  test.each([
    ['R33', 'deletes-only-conflicts'],
    ['R39', 'commit-has-majority'],
  ])('%s breaks %s in some order', (id, claimId) => {
    const result = twoCommands(codeOf('08-commit', id))
    expect(result).toMatchObject({ kind: 'violation', broken: { claimId } })
  })
})

describe('one command and a crash between any two effects', () => {
  test('the reference: nothing breaks, wherever the crash falls', () => {
    const result = oneCrash(codeOf('09-persistence'))
    expect(result).toMatchObject({ kind: 'exhausted' })
    expect(result.states).toBeGreaterThan(100)
  })

  test.each([
    ['P01', 'commit-is-durable'],
    ['P05', 'acknowledged-entries-stay'],
  ])('%s breaks %s somewhere', (id, claimId) => {
    const result = oneCrash(codeOf('09-persistence', id))
    expect(result).toMatchObject({ kind: 'violation', broken: { claimId } })
  })
})
