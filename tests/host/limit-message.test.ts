/** A submission that reached a limit is told where, and in which handler call. */
import { expect, it } from 'vitest'
import { gradeSource, useSandbox } from './sandbox-fixture.ts'

const sandbox = useSandbox()

it('a limit names the check, the seed, the handler and the time', {
  timeout: 120_000,
}, async () => {
  const { message } = await gradeSource(
    sandbox().pool,
    [
      "import { RaftNode } from 'netsplit/raft'",
      'export class Late extends RaftNode {',
      "  onStart() { if (this.id === 'n2') this.setTimer('think', 70) }",
      '  onTimer() { for (;;); }',
      '}',
    ].join('\n'),
  )
  expect(message).toBe(
    'A handler did not return within 2 seconds, in “A healthy network” with seed 1. ' +
      'onTimer("think") of n2 at 70.000 ms of simulated time was running.',
  )
})
