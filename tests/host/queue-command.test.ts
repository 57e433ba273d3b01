/** `npm run queue`: what the operator sees and can do. */
import { spawnSync } from 'node:child_process'
import { beforeEach, expect, it } from 'vitest'
import { db } from '#db'
import { ATTEMPTS_MAX, recordFault } from '#host/queue/set-aside.ts'
import { takeSubmission } from '#host/queue/submissions.ts'
import { recordVerdict } from '#host/queue/verdicts.ts'
import { ROOT } from '../../scripts/state/paths.ts'
import { emptyQueue, stateIs, store, useQueue } from './queue-fixture.ts'

useQueue()

beforeEach(emptyQueue)

it('counts what waits and names who grades', async () => {
  const id = await store('class {')
  await store('class {')
  await takeSubmission(id, 'host-1')
  await db.grader.create({ data: { id: 'host-1', workerIds: [], layers: [], holding: [id] } })
  const { code, output } = command()
  expect(code).toBe(0)
  expect(output).toContain('1 waiting, 1 running, 0 to be graded again')
  expect(output).toContain(`grader host-1 (1 at once): ${id}`)
})

it('lists what was set aside with its reason, and retries it', async () => {
  const id = await store('class {')
  for (let attempt = 1; attempt <= ATTEMPTS_MAX; attempt++) {
    const held = await takeSubmission(id, `grader ${attempt}`)
    if (held === undefined) throw new Error('it can be taken')
    await recordFault(held, { graderId: `grader ${attempt}`, reason: 'the tape did not fit' })
  }
  await stateIs(id, 'setAside')
  expect(command().output).toContain(
    `set aside ${id} raft/03-election, ${ATTEMPTS_MAX} attempts: the tape did not fit`,
  )
  expect(command('retry', 'all').output).toBe('1 given back to the line\n')
  await stateIs(id, 'queued')
  expect(command('retry', id)).toEqual({
    code: 1,
    output: `netsplit: not set aside: ${id}. \`npm run queue\` lists what is.\n`,
  })
})

it('orders regrades, once', async () => {
  const held = await takeSubmission(await store('class {'), 'grader')
  if (held === undefined) throw new Error('it can be taken')
  const grade = {
    outcome: 'does-not-compile',
    message: '',
    seedBase: 1n,
    seedsTotal: 0,
    checksTotal: 1,
    checks: [],
    failures: [],
  } as const
  await recordVerdict(held, grade, { graderId: 'grader', labVersion: 0 })
  const regrade = () => command('regrade', 'raft/03-election').output
  expect(regrade()).toMatch(/^1 submission\(s\) are graded again with lab version \d+/)
  expect(regrade()).toMatch(/^0 submission/)
  expect(command('regrade', 'raft/none')).toMatchObject({
    code: 1,
    output: expect.stringMatching(/^netsplit: there is no step raft\/none/),
  })
})

it('says how it is used', () => {
  expect(command('retry')).toMatchObject({
    code: 1,
    output: expect.stringMatching(/^netsplit: use/),
  })
})

function command(...words: readonly string[]): { code: number | null; output: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/queue.ts', ...words], {
    cwd: ROOT,
    encoding: 'utf8',
  })
  return { code: status, output: stdout + stderr }
}
