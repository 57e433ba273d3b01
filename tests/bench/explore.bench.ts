/**
 * How fast exploration is: core with a host of plain functions, a learner's class in this
 * process, and the same in an isolate. A call that was made before is not made again, so
 * transitions are many times the calls; the rate of single steps, which no memory of earlier
 * calls helps, is beside them.
 */
import { readFileSync } from 'node:fs'
import ivm from 'isolated-vm'
import {
  type ExploreOptions,
  electionSafety,
  explore,
  NO_FAULTS,
  nodeIds,
  oneVotePerTerm,
  type StartConfig,
  type StepHost,
} from '#core'
import { IsolateStepHost } from '#host/sandbox/isolate-step-host.ts'
import { RealmScript } from '#host/sandbox/node-isolate.ts'
import { FunctionStepHost } from '#kit/state/function-step-host.ts'
import { nodeRenamer } from '#kit/state/rename-nodes.ts'
import { raft } from '#labs/raft/lab.ts'
import { build } from '../../scripts/build/sandbox.ts'
import { compileSolution, readCorpus } from '../../scripts/power/lab-corpus.ts'
import { toyHost } from '../core/explore/toy-host.ts'
import { twoPhaseCommit } from '../core/explore/two-phase-commit.ts'
import { scopeOf } from '../support/scope-of.ts'
import type { Figure } from './figure.ts'

export const name = 'explore'

const PARTICIPANTS = ['n2', 'n3', 'n4', 'n5', 'n6']
const STEPS = 20_000

/** Three nodes elect; one may crash at any point of any call. */
const ELECTION: Omit<ExploreOptions, 'host'> = {
  scope: scopeOf(3, { faults: { ...NO_FAULTS, crashes: 1 } }),
  prune: ({ nodes }) => nodes.some(({ fields }) => Number(fields.currentTerm ?? 0) > 1),
  limits: { transitionsMax: 300_000 },
}

export async function run(): Promise<readonly Figure[]> {
  await build()
  const [election] = await readCorpus()
  if (election === undefined) throw new Error('there is a lab')
  const code = compileSolution(election.solution)
  const realm = new RealmScript(readFileSync('.netsplit/build/sandbox/realm.js', 'utf8'))
  const specifiers = Object.keys(raft.modules)
  const inSandbox = () =>
    new IsolateStepHost({ vm: ivm, realm, code, specifiers, replyLengthMax: 262_144 }, () => {})
  const inProcess = () => new FunctionStepHost(code, raft.modules)
  const native = () => toyHost(twoPhaseCommit(PARTICIPANTS, PARTICIPANTS.length))
  const commit = { scope: scopeOf(PARTICIPANTS.length + 1) }
  const claims = [electionSafety, oneVotePerTerm]
  return [
    ...rates('core, two-phase commit', native, { ...commit, limits: ELECTION.limits ?? {} }),
    ...rates('kit in this process', inProcess, ELECTION),
    ...rates('isolate', inSandbox, ELECTION),
    ...rates('isolate, with symmetry', inSandbox, { ...ELECTION, symmetry: nodeRenamer }),
    ...rates('isolate, judged by claims about traces', inSandbox, {
      ...ELECTION,
      claims,
      limits: { transitionsMax: 30_000 },
    }),
    { name: 'single steps, kit in this process', value: stepRate(inProcess()), unit: 'steps/s' },
    { name: 'single steps, isolate', value: stepRate(inSandbox()), unit: 'steps/s' },
  ]
}

/** The best of three searches: what else the machine does only slows them. */
function rates(
  label: string,
  newHost: () => StepHost,
  options: Omit<ExploreOptions, 'host'>,
): readonly Figure[] {
  let best = Number.POSITIVE_INFINITY
  let result = explore({ ...options, host: newHost(), limits: { transitionsMax: 100 } })
  for (let round = 0; round < 3; round++) {
    const host = newHost()
    const started = performance.now()
    result = explore({ ...options, host })
    best = Math.min(best, (performance.now() - started) / 1_000)
  }
  const { transitions, states, calls } = result
  return [
    { name: `${label}: transitions`, value: transitions / best, unit: 'transitions/s' },
    { name: `${label}: different states`, value: states / best, unit: 'states/s' },
    { name: `${label}: transitions for one call`, value: transitions / calls, unit: '' },
  ]
}

/** The same step again and again: read the memory, run a handler, write the memory. */
function stepRate(host: StepHost): number {
  const config: StartConfig = { id: 'n1', nodes: nodeIds(3), seed: 0, disk: {}, settings: {} }
  const start = host.step(config, null, { kind: 'start', nowMicros: 0, config })
  if (start.kind !== 'stepped') throw new Error(start.why)
  const timer = { kind: 'timer', nowMicros: 0, name: 'election' } as const
  const turn = () => host.step(config, start.state, timer)
  for (let count = 0; count < STEPS / 4; count++) turn()
  const started = performance.now()
  for (let count = 0; count < STEPS; count++) turn()
  return STEPS / ((performance.now() - started) / 1_000)
}
