/**
 * Where the time of a grade goes: runs in the sandbox, their replay, the claims in it; and what
 * it costs to know the lines of code.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Check, type NodeHost, present, type Scenario, Simulator, visibleSeeds } from '#core'
import { specifiersOf } from '#host/grade.ts'
import { LiveReplay } from '#host/replay.ts'
import { type RoomResult, RunRoom } from '#host/run-room.ts'
import { probeLayers } from '#host/sandbox/capabilities.ts'
import { sandboxFiles } from '#host/sandbox/launch.ts'
import { SandboxPool } from '#host/sandbox/pool.ts'
import { FunctionHost } from '#kit/function-host.ts'
import { findStep } from '#labs/index.ts'
import { build } from '../../scripts/build/sandbox.ts'
import { compileSolution } from '../../scripts/power/lab-corpus.ts'
import { BUILD_FOLDER, ROOT } from '../../scripts/state/paths.ts'
import type { Figure } from './figure.ts'

export const name = 'sandbox'

const STEP = { labId: 'raft', stepId: '03-election' } as const
const SEEDS_OF_EACH = 4
const ROUNDS = 3

interface Run {
  readonly check: Check
  readonly scenario: Scenario
  readonly seed: number
}

/** Each figure is the best of some rounds: what else the machine does only slows them. */
export async function run(): Promise<readonly Figure[]> {
  await build()
  const { lab, step } = present(findStep(STEP.labId, STEP.stepId), 'the lab has an election')
  const file = join(ROOT, 'labs', STEP.labId, 'steps', STEP.stepId, 'solution.ts')
  const code = compileSolution(readFileSync(file, 'utf8'))
  const runs = step.visible.flatMap((check) =>
    visibleSeeds(check)
      .slice(0, SEEDS_OF_EACH)
      .map((seed): Run => ({ check, scenario: check.scenario(seed), seed })),
  )
  const { launch } = await probeLayers(sandboxFiles(join(BUILD_FOLDER, 'sandbox')))
  const pool = new SandboxPool(launch, 1)
  const room = new RunRoom({ code, specifiers: specifiersOf(STEP) }, pool)
  const plain = await best(() => inRoom(room, runs, false))
  const lined = await best(() => inRoom(room, runs, true))
  room.close()
  pool.close()
  const tapes = runs.map((one) => tapeOf(one, new FunctionHost(code, lab.modules)))
  const judged = await best(() => replayed(runs, tapes, true))
  const unjudged = await best(() => replayed(runs, tapes, false))
  return [
    { name: 'events of a run', value: plain.events / runs.length, unit: 'events' },
    { name: 'run in the sandbox, judged', value: plain.ms / runs.length, unit: 'ms' },
    { name: 'the same with its lines', value: lined.ms / runs.length, unit: 'ms' },
    { name: 'its replay', value: judged.ms / runs.length, unit: 'ms' },
    { name: 'share of claims in a replay', value: (1 - unjudged.ms / judged.ms) * 100, unit: '%' },
    {
      name: 'share of claims in a run with its replay',
      value: ((judged.ms - unjudged.ms) / plain.ms) * 100,
      unit: '%',
    },
  ]
}

interface Measured {
  readonly ms: number
  readonly events: number
}

async function best(measure: () => Promise<Measured>): Promise<Measured> {
  const all: Measured[] = []
  for (let round = 0; round < ROUNDS; round++) all.push(await measure())
  return all.reduce((a, b) => (a.ms < b.ms ? a : b))
}

async function inRoom(room: RunRoom, runs: readonly Run[], lines: boolean): Promise<Measured> {
  let events = 0
  const startMs = performance.now()
  for (const { check, scenario, seed } of runs) {
    const options = { scenario, claims: check.claims, seed, keepTrace: false, lines }
    const done: RoomResult | undefined = await room.run(options)
    events += present(done, 'the reference runs').result.eventCount
  }
  return { ms: performance.now() - startMs, events }
}

function tapeOf({ scenario, seed }: Run, nodes: FunctionHost): readonly string[] {
  const replies: string[] = []
  const host: NodeHost = {
    call(node, call) {
      const reply = nodes.call(node, call)
      replies.push(reply)
      return reply
    },
  }
  new Simulator({ scenario, seed, host, onEvent: () => 'continue' }).run()
  return replies
}

async function replayed(
  runs: readonly Run[],
  tapes: readonly (readonly string[])[],
  isJudged: boolean,
): Promise<Measured> {
  let events = 0
  const startMs = performance.now()
  for (const [index, { check, scenario, seed }] of runs.entries()) {
    const live = new LiveReplay({ scenario, claims: isJudged ? check.claims : [], seed })
    for (const reply of tapes[index] ?? []) live.push(reply)
    events += live.finish().result.eventCount
  }
  return { ms: performance.now() - startMs, events }
}
