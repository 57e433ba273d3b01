/** The forks of a run and a run by hand as the page holds them, with the worker's own code. */
import { describe, expect, test, vi } from 'vitest'
import { present } from '#core'
import { beginByHand } from '../../app/_run/hand-session.ts'
import type { HandCommand, RunMessage, RunRequest } from '../../app/_run/messages.ts'
import { replaySeed } from '../../app/_run/replay-seed.ts'
import type { OpenRunFrame } from '../../app/_run/run-frame.ts'
import { shrinkSeed } from '../../app/_run/shrink-failures.ts'
import { Forks } from '../../app/labs/_workspace/whatif/forks.ts'
import { HandDesk } from '../../app/labs/_workspace/whatif/hand-desk.ts'
import { shownRun } from '../../app/labs/_workspace/whatif/run-tree.ts'
import { withLines } from '../../app/labs/_workspace/whatif/script-edit.ts'
import { SeedRunner } from '../../app/labs/_workspace/whatif/seed-runner.ts'
import { FunctionHost } from '../../labs/kit/function-host.ts'
import { checkOf, compileForTest, lab, SOLUTION } from './learner-code.ts'

/** A node leads with two votes, whatever the size of the cluster. */
const TWO_VOTES = SOLUTION.replace('this.votes.size < this.majority', 'this.votes.size < 2')
const START = { checkId: 'leader-cut-off', seed: 2, source: SOLUTION }

interface Bent {
  /** Bends what the frame says, or keeps it back. */
  readonly bend?: (message: RunMessage) => RunMessage | undefined
}

/** Frames that do what the worker does, a moment later, and time in the hands of the test. */
function rehearse({ bend = (message) => message }: Bent = {}) {
  const frames: { isOpen: boolean }[] = []
  const due = new Map<number, () => void>()
  let lastTimer = 0
  const open: OpenRunFrame = (onMessage) => {
    const frame = { isOpen: true }
    frames.push(frame)
    const tell = (message: RunMessage) => {
      const told = bend(structuredClone(message))
      if (told !== undefined) queueMicrotask(() => frame.isOpen && onMessage(told))
    }
    let carryOut: ((command: HandCommand) => void) | undefined
    const answer = (request: RunRequest | HandCommand) => {
      if (!('task' in request)) return carryOut?.(request)
      const newHost = () => new FunctionHost(request.code, lab.modules)
      const newLinedHost = () => new FunctionHost(request.code, lab.modules, { lines: true })
      const parts = { newHost, newLinedHost, tell }
      const { task } = request
      if (task.kind === 'judge') throw new Error('a fork is about one seed')
      const check = checkOf(task.checkId)
      if (task.kind === 'by-hand') {
        carryOut = beginByHand(check, task, parts)
        return
      }
      if (task.kind === 'replay') replaySeed(check, task, parts)
      if (task.kind === 'shrink') shrinkSeed(check, task, parts)
      tell({ kind: 'finished' })
    }
    tell({ kind: 'ready' })
    return {
      post: answer,
      close: () => {
        frame.isOpen = false
      },
    }
  }
  const timers = {
    set: (run: () => void) => {
      due.set(++lastTimer, run)
      return lastTimer
    },
    clear: (timer: number) => void due.delete(timer),
    now: () => 0,
  }
  const compile = vi.fn((source: string) =>
    Promise.resolve(
      source === 'not code'
        ? ({
            kind: 'does-not-compile',
            problems: [{ line: 3, column: 1, message: 'Oh.' }],
          } as const)
        : ({ kind: 'compiled', ...compileForTest(source), warnings: [] } as const),
    ),
  )
  const runner = new SeedRunner({ labId: 'raft', stepId: '03-election', compile, open, timers })
  /** Lets every wait run out, the graces too. */
  const runOut = () => {
    for (const round of [1, 2]) {
      const now = [...due]
      due.clear()
      expect(round).toBeLessThan(3)
      for (const [, run] of now) run()
    }
  }
  return { runner, frames, compile, runOut, forks: new Forks(runner), desk: new HandDesk(runner) }
}

const settled = (forks: Forks) => vi.waitFor(() => expect(forks.state.busy).toBeUndefined())
const ready = (desk: HandDesk) => vi.waitFor(() => expect(desk.state.isBusy).toBe(false))

describe('forks', () => {
  test('begin with the run as it was and go on from the one that is shown', async () => {
    const { forks, frames, compile } = rehearse()
    const onShown = vi.fn()
    forks.begin(START, onShown)
    expect(forks.state.busy).toEqual({ kind: 'running' })
    await settled(forks)
    const first = present(forks.state.tree, 'A is there')
    expect(first).toMatchObject({ shown: 'A', base: 'at 1500 isolate role=leader\n' })
    forks.fork(withLines(shownRun(first).script, ['at 700 crash n1']), SOLUTION, onShown)
    await settled(forks)
    forks.fork('', SOLUTION, onShown)
    await settled(forks)
    const tree = present(forks.state.tree, 'C is there')
    expect(tree.runs.map(({ name, parent }) => [name, parent])).toEqual([
      ['A', undefined],
      ['B', 'A'],
      ['C', 'B'],
    ])
    expect(onShown).toHaveBeenCalledTimes(3)
    forks.show('A')
    expect(forks.state.tree?.shown).toBe('A')
    // One text is compiled once, and no frame stays behind.
    expect(compile).toHaveBeenCalledTimes(1)
    await vi.waitFor(() => expect(frames.every(({ isOpen }) => !isOpen)).toBe(true))
  })

  test('are made smaller: the result is a fork of its own', async () => {
    const { forks } = rehearse()
    forks.begin({ ...START, source: TWO_VOTES }, () => {})
    await settled(forks)
    forks.shrink(() => {})
    await settled(forks)
    const { tree, shrunk } = forks.state
    expect(shrunk?.name).toBe('B')
    expect(tree?.shown).toBe('B')
    expect(shrunk?.run.after.faults).toBeLessThan(shrunk?.run.before.faults ?? 0)
  })

  test('say so when there is nothing smaller', async () => {
    const { forks } = rehearse()
    forks.begin(START, () => {})
    await settled(forks)
    forks.shrink(() => {})
    await settled(forks)
    expect(forks.state.message).toMatch(/^No smaller run was found/)
  })

  test('name the lines that cannot be read, and the code that does not compile', async () => {
    const { forks } = rehearse()
    forks.begin(START, () => {})
    await settled(forks)
    forks.fork('at 5 explode n1', SOLUTION, () => {})
    await settled(forks)
    expect(forks.state.problems).toMatchObject([{ line: 1 }])
    forks.fork('', 'not code', () => {})
    await settled(forks)
    expect(forks.state.problems).toEqual([])
    expect(forks.state.message).toMatch(/Line 3: Oh\./)
    expect(forks.state.tree?.runs).toHaveLength(1)
  })

  test('stop at once, while the frame works and while the code is compiled', async () => {
    const { forks, frames } = rehearse({
      bend: (message) => (message.kind === 'ready' ? message : undefined),
    })
    forks.begin(START, () => {})
    await vi.waitFor(() => expect(frames).toHaveLength(1))
    expect(forks.state.busy).toBeDefined()
    forks.stop()
    expect(frames[0]?.isOpen).toBe(false)
    expect(forks.state).toMatchObject({ tree: undefined, busy: undefined, message: 'Stopped.' })
    forks.begin({ ...START, source: TWO_VOTES }, () => {})
    forks.stop()
    await Promise.resolve()
    expect(frames).toHaveLength(1)
  })

  test('show nothing of a trace that cannot be', async () => {
    const forged = 'netsplit-trace 2 ["s",1,["n1"],[]]\n0 0 -1 boot ["n7",1]\n'
    const { forks } = rehearse({
      bend: (message) => (message.kind === 'replayed' ? { ...message, trace: forged } : message),
    })
    forks.begin(START, () => {})
    await settled(forks)
    expect(forks.state.tree).toBeUndefined()
    expect(forks.state.message).toMatch(/events that cannot be/)
  })

  test('name what never returned', async () => {
    const { forks, frames, runOut } = rehearse({
      bend: (message) =>
        message.kind === 'ready' || message.kind === 'seed-started' ? message : undefined,
    })
    forks.begin(START, () => {})
    await vi.waitFor(() => expect(frames).toHaveLength(1))
    await new Promise((resolve) => queueMicrotask(() => resolve(undefined)))
    runOut()
    expect(frames).toHaveLength(2)
    runOut()
    await settled(forks)
    expect(forks.state.message).toMatch(/ran for more than three seconds/)
  })
})

describe('a run by hand', () => {
  test('goes on from an event, grows by picks and is taken back', async () => {
    const { desk } = rehearse()
    const onGrown = vi.fn()
    desk.begin({ ...START, until: 40 }, onGrown)
    await ready(desk)
    const begun = present(desk.state.run, 'it is there')
    expect(begun.trace.events.length).toBeGreaterThan(40)
    const choice = present(begun.state.choices[0], 'something may happen').name
    desk.take({ kind: 'next', choice })
    // An impatient second pick is none.
    desk.take({ kind: 'next', choice })
    await ready(desk)
    expect(desk.state.run?.state.stepCount).toBe(2)
    expect(desk.state.run?.trace.events.slice(0, begun.trace.events.length)).toEqual(
      begun.trace.events,
    )
    desk.undo()
    await ready(desk)
    expect(desk.state.run?.trace).toEqual(begun.trace)
    expect(onGrown).toHaveBeenCalledTimes(3)
  })

  test('whose handler does not come back begins again before that pick, and says so', async () => {
    let isMute = false
    const { desk, frames, runOut } = rehearse({
      bend: (message) => (isMute ? undefined : message),
    })
    desk.begin(START, () => {})
    await ready(desk)
    isMute = true
    desk.take({ kind: 'next', choice: 'start n1' })
    isMute = false
    runOut()
    await ready(desk)
    expect(frames.map(({ isOpen }) => isOpen)).toEqual([false, true])
    expect(desk.state.message).toMatch(/^After “start n1” a handler ran for more than three/)
    expect(desk.state.run?.state.stepCount).toBe(0)
    desk.close()
    expect(frames.map(({ isOpen }) => isOpen)).toEqual([false, false])
  })

  test('ends with its frame when the frame makes things up', async () => {
    let calls = 0
    const { desk, frames } = rehearse({
      bend: (message) =>
        message.kind === 'hand' && ++calls === 2
          ? { ...message, from: 0, trace: 'netsplit-trace 2 ["s",1,[7],[]]\n' }
          : message,
    })
    desk.begin(START, () => {})
    await ready(desk)
    desk.take({ kind: 'next', choice: 'start n1' })
    await ready(desk)
    expect(desk.state.message).toMatch(/events that cannot be/)
    expect(frames[0]?.isOpen).toBe(false)
  })
})
