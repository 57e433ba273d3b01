/**
 * How fast a run is: the simulator alone, with a learner's class in this process, in the
 * contexts of an isolate, and from a tape; and what its trace weighs.
 */
import { readFileSync } from 'node:fs'
import ivm from 'isolated-vm'
import {
  encodeCompact,
  encodeTrace,
  type NodeHost,
  runScenario,
  type Scenario,
  Simulator,
  type TraceEvent,
} from '#core'
import { IsolateHost } from '#host/sandbox/isolate-host.ts'
import { RealmScript } from '#host/sandbox/node-isolate.ts'
import { FunctionHost } from '#kit/function-host.ts'
import { raft } from '#labs/raft/lab.ts'
import { build } from '../../scripts/build/sandbox.ts'
import { compileSolution } from '../../scripts/power/lab-corpus.ts'
import { BUSY_CODE, BusyHost, busyScenario, NoisyHost } from './busy-cluster.ts'
import type { Figure } from './figure.ts'

export const name = 'speed'

const SECONDS = 10
const SEED = 1

interface Measured {
  readonly events: number
  readonly calls: number
  readonly seconds: number
  readonly replies: readonly string[]
}

/** Each figure is the best of three runs: what else the machine does only slows them. */
export async function run(): Promise<readonly Figure[]> {
  await build()
  const realm = new RealmScript(readFileSync('.netsplit/build/sandbox/realm.js', 'utf8'))
  const isolateOptions = {
    vm: ivm,
    realm,
    code: BUSY_CODE,
    specifiers: Object.keys(raft.modules),
    replyLengthMax: 262_144,
  }
  const alone = best(() => measure(() => new BusyHost()))
  const inProcess = best(() => measure(() => new FunctionHost(BUSY_CODE, raft.modules)))
  const inIsolate = best(() => measure(() => new IsolateHost(isolateOptions, { onReply() {} })))
  const fromTape = best(() => measure(() => tapeHost(inProcess.replies), false))
  const loop = best(() => plainLoop(alone.events))
  return [
    ...ratesOf('core alone', alone),
    ...ratesOf('kit in this process', inProcess),
    ...ratesOf('contexts of an isolate', inIsolate),
    ...ratesOf('replay of a tape', fromTape),
    { name: 'plain loop over a heap', value: loop.events / loop.seconds, unit: 'events/s' },
    {
      name: 'core alone, share of the plain loop',
      value: ((alone.events / alone.seconds) * loop.seconds * 100) / loop.events,
      unit: '%',
    },
    ...weights(),
    ...memory(),
  ]
}

function measure(newHost: () => NodeHost, keepsReplies = true): Measured {
  const inner = newHost()
  const replies: string[] = []
  let calls = 0
  const host: NodeHost = {
    call(node, call) {
      calls++
      const reply = inner.call(node, call)
      if (keepsReplies) replies.push(reply)
      return reply
    },
  }
  let events = 0
  const started = performance.now()
  new Simulator({
    scenario: busyScenario(SECONDS),
    seed: SEED,
    host,
    onEvent() {
      events++
      return 'continue'
    },
  }).run()
  return { events, calls, seconds: (performance.now() - started) / 1_000, replies }
}

function best(measured: () => Measured): Measured {
  const all = [measured(), measured(), measured()]
  return all.reduce((a, b) => (a.seconds < b.seconds ? a : b))
}

function ratesOf(label: string, { events, calls, seconds }: Measured): readonly Figure[] {
  return [
    { name: `${label}, events of the trace`, value: events / seconds, unit: 'events/s' },
    { name: `${label}, handler calls`, value: calls / seconds, unit: 'calls/s' },
  ]
}

function tapeHost(replies: readonly string[]): NodeHost {
  let position = 0
  return { call: () => replies[position++] ?? 'O' }
}

/** What any event loop has to do: keep a heap of times and make one object an event. */
function plainLoop(count: number): Measured {
  const heap: number[] = []
  const push = (time: number) => {
    let index = heap.push(time) - 1
    while (index > 0) {
      const parent = (index - 1) >> 1
      if ((heap[parent] ?? 0) <= time) break
      heap[index] = heap[parent] ?? 0
      index = parent
    }
    heap[index] = time
  }
  const pop = () => {
    const top = heap[0] ?? 0
    const last = heap.pop() ?? 0
    if (heap.length === 0) return top
    let index = 0
    for (;;) {
      let child = 2 * index + 1
      if (child >= heap.length) break
      if (child + 1 < heap.length && (heap[child + 1] ?? 0) < (heap[child] ?? 0)) child++
      if ((heap[child] ?? 0) >= last) break
      heap[index] = heap[child] ?? 0
      index = child
    }
    heap[index] = last
    return top
  }
  let kept: object = {}
  const started = performance.now()
  for (let index = 0; index < 100; index++) push(index)
  for (let id = 0; id < count; id++) {
    const at = pop()
    kept = { id, at, cause: id - 1, kind: 'receive', node: 'n1', from: 'n2', message: id }
    push(at + 1_000 + ((id * 7_919) % 9_000))
  }
  const seconds = (performance.now() - started) / 1_000
  return { events: 'id' in kept ? count : 0, calls: count, seconds, replies: [] }
}

/** Padding that repeats costs next to nothing; padding that never does cannot be made smaller. */
function weights(): readonly Figure[] {
  return [...weightsOf('busy, random messages', busyScenario(1), new NoisyHost()), ...raftWeights()]
}

function raftWeights(): readonly Figure[] {
  const step = raft.steps.find(({ id }) => id === '03-election')
  const check = step?.visible.find(({ id }) => id === 'lossy-network')
  if (check === undefined) throw new Error('the Raft lab has a lossy network')
  const solution = readFileSync('labs/raft/steps/03-election/solution.ts', 'utf8')
  const host = new FunctionHost(compileSolution(solution), raft.modules)
  return weightsOf('Raft, lossy network', check.scenario(1), host)
}

function weightsOf(label: string, scenario: Scenario, host: NodeHost): readonly Figure[] {
  const { trace } = runScenario({ scenario, seed: SEED, claims: [], host, keepTrace: true })
  if (trace === undefined) throw new Error('the trace was asked for')
  const count = trace.events.length
  return [
    {
      name: `trace, ${label}, text form`,
      value: encodeTrace(trace).length / count,
      unit: 'bytes/event',
    },
    {
      name: `trace, ${label}, compact form`,
      value: encodeCompact(trace).length / count,
      unit: 'bytes/event',
    },
  ]
}

/** Heap in use after a short and a ten times longer run that keeps no events. */
function memory(): readonly Figure[] {
  return [2, 20].map((seconds) => {
    let largest = 0
    let count = 0
    new Simulator({
      scenario: busyScenario(seconds),
      seed: SEED,
      host: new BusyHost(),
      onEvent(_event: TraceEvent) {
        if (count++ % 50_000 === 0) {
          globalThis.gc?.()
          largest = Math.max(largest, process.memoryUsage().heapUsed)
        }
        return 'continue'
      },
    }).run()
    return { name: `largest heap in a run of ${count} events`, value: largest / 1e6, unit: 'MB' }
  })
}
