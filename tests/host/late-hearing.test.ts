/**
 * A grader with much to do hears of a run when it is over: its last checkpoint and its end come
 * together. Here every run is heard as late as a worker lets it, which waits at the second checkpoint
 * without an answer.
 */
import { afterAll, expect, it } from 'vitest'
import { present } from '#core'
import { RunRoom } from '#host/run-room.ts'
import type { Frame } from '#host/sandbox/frames.ts'
import { isCheckpoint } from '#host/sandbox/orders.ts'
import { SandboxPool } from '#host/sandbox/pool.ts'
import type { TapeListener } from '#host/sandbox/sandbox-process.ts'
import {
  compiled,
  gradeSource,
  REFERENCE,
  SPECIFIERS,
  useSandbox,
  VISIBLE,
} from './sandbox-fixture.ts'

const sandbox = useSandbox()

const pools: SandboxPool[] = []
afterAll(() => {
  for (const pool of pools) pool.close()
})

/** Tells nothing until it must: a run has ended, or the worker waits for an answer. */
function hearingLate(listener: TapeListener): TapeListener {
  let waiting: Frame[] = []
  let replyCount = 0
  let openCheckpoints = 0
  let hasEnd = false
  return {
    attach: (orders) => listener.attach(orders),
    take(frame) {
      waiting.push(frame)
      if (frame.kind === 'run-start') [replyCount, openCheckpoints] = [0, 0]
      if (frame.kind === 'run-end' || frame.kind === 'done') hasEnd = true
      if (frame.kind === 'reply' && isCheckpoint(++replyCount)) openCheckpoints++
    },
    rest() {
      if (!hasEnd && openCheckpoints < 2) return
      for (const frame of waiting) listener.take(frame)
      waiting = []
      hasEnd = false
      openCheckpoints = 0
      listener.rest()
    },
  }
}

function latePool(): SandboxPool {
  const pool = new SandboxPool(sandbox().capabilities.launch, 1)
  const take = pool.take.bind(pool)
  pool.take = () => {
    const worker = take()
    const run = worker.run.bind(worker)
    worker.run = (setup, listener) => run(setup, hearingLate(listener))
    return worker
  }
  pools.push(pool)
  return pool
}

it('passes the reference solution all the same', async () => {
  const grade = await gradeSource(latePool(), REFERENCE)
  expect(grade).toMatchObject({ outcome: 'passed', message: '', failures: [] })
})

it('runs one run after the other in a room', async () => {
  const code = await compiled(REFERENCE)
  const room = new RunRoom({ code, specifiers: SPECIFIERS }, latePool())
  const check = present(VISIBLE[0], 'the step has a visible check')
  for (let seed = 1; seed <= 20; seed++) {
    const scenario = check.scenario(seed)
    const done = await room.run({
      scenario,
      seed,
      claims: check.claims,
      keepTrace: false,
      lines: false,
    })
    expect(done?.result.outcome, `seed ${seed}`).toEqual({ kind: 'pass' })
  }
  room.close()
})
