/** Claims about acknowledged entries, short logs and snapshots, on traces written by hand. */
import { describe, expect, test } from 'vitest'
import {
  acknowledgedEntriesStay,
  compactsInTime,
  promisesAreDurable,
  refusesWhenFull,
  snapshotsSentSparingly,
  snapshotsStaySmall,
} from '#core'
import { judge } from '../../support/traces/judge.ts'

describe('acknowledged-entries-stay', () => {
  const claim = acknowledgedEntriesStay()
  const acknowledged = `
    n2 shows role=follower currentTerm=3 log=1:a,3:b,3:c commitIndex=0
    n2 sends n1 AppendEntriesReply term=3 success=true matchIndex=2`
  const ack = 'n2 sends n1 AppendEntriesReply term=3 success=true matchIndex=2'

  test('holds while they are there, behind a snapshot too, and across a crash', () => {
    expect(
      judge(
        claim,
        `${acknowledged}
         n2 shows log=1:a,3:b
         n2 crashes
         n2 restarts
         n2 shows role=follower currentTerm=3 log=1:a,3:b,3:d
         n2 shows log=3:d snapshotIndex=2 snapshotTerm=3`,
      ),
    ).toBeUndefined()
  })

  test('lets the leader of a newer term take them back', () => {
    expect(judge(claim, `${acknowledged}\n n2 shows currentTerm=4 log=1:a,4:x`)).toBeUndefined()
  })

  test.each([
    ['they are cut off', 'n2 shows log=1:a', '"b" of term 3 at index 2'],
    ['others take their place', 'n2 shows log=2:x,3:b', '"a" of term 1 at index 1'],
    [
      'a crash takes them',
      'n2 crashes\n n2 restarts\n n2 shows role=follower currentTerm=3 log=1:a',
      '"b" of term 3 at index 2',
    ],
  ])('breaks when %s', (_, then, what) => {
    const found = judge(claim, `${acknowledged}\n ${then}`)
    expect(found).toMatchObject({ related: [ack], nodes: ['n2', 'n1'] })
    expect(found?.message).toBe(
      `n2 no longer holds ${what}, which it had acknowledged to n1, the leader of term 3.`,
    )
  })

  test('takes the answer to a snapshot of this term for an acknowledgement', () => {
    const installed = (term: number) => `
      n2 shows role=follower currentTerm=3 log=1:a,3:b,3:c
      n1 sends n2 InstallSnapshot term=${term} lastIncludedIndex=2
      n2 receives 1
      n2 sends n1 InstallSnapshotReply term=3 lastIncludedIndex=2
      n2 shows log=1:a`
    expect(judge(claim, installed(3))?.message).toContain('no longer holds "b" of term 3')
    // To a leader of an older term it says only that the term is over.
    expect(judge(claim, installed(2))).toBeUndefined()
  })
})

describe('promises-are-durable', () => {
  test('counts the answer to a snapshot', () => {
    const script = (stored: string) => `
      n2 shows role=follower currentTerm=3 votedFor=null log=1:a
      n2 shows log=- snapshotIndex=5 snapshotTerm=3
      ${stored}
      n2 sends n1 InstallSnapshotReply term=3 lastIncludedIndex=5`
    expect(judge(promisesAreDurable(), script('n2 writes snapshot 1\n n2 syncs'))).toBeUndefined()
    expect(judge(promisesAreDurable(), script(''))?.message).toBe(
      'n2 sends word to n1 that it has the snapshot while its change of log is not written.',
    )
  })
})

describe('compacts-in-time', () => {
  const claim = compactsInTime({ entriesMax: 2 })

  test('counts what is applied and not in the snapshot', () => {
    expect(judge(claim, 'n1 shows log=1:a,1:b,1:c,1:d commitIndex=3 lastApplied=2')).toBeUndefined()
    expect(
      judge(claim, 'n1 shows log=1:d lastApplied=4 commitIndex=4 snapshotIndex=3 snapshotTerm=1'),
    ).toBeUndefined()
  })

  test('breaks above the limit', () => {
    expect(judge(claim, 'n1 shows log=1:a,1:b,1:c commitIndex=3 lastApplied=3')?.message).toBe(
      'n1 has applied up to index 3 and has no snapshot: its log still holds 3 applied entries, and 2 are allowed.',
    )
    expect(
      judge(
        claim,
        'n1 shows log=1:b,1:c,1:d snapshotIndex=1 snapshotTerm=1 commitIndex=4 lastApplied=4',
      )?.message,
    ).toContain('has a snapshot up to 1: its log still holds 3')
  })
})

describe('refuses-when-full', () => {
  const claim = refusesWhenFull({ entriesMax: 2 })
  const leads = (log: string, commitIndex = 0) =>
    `n1 shows role=leader currentTerm=3 log=${log} commitIndex=${commitIndex}\n`

  test('holds up to the limit, and when entries are committed', () => {
    expect(judge(claim, `${leads('3:a')} n1 shows log=3:a,3:b`)).toBeUndefined()
    expect(judge(claim, `${leads('3:a,3:b')} n1 shows log=3:a,3:b,3:c commitIndex=1`)).toBe(
      undefined,
    )
  })

  test('lets the first entry of a term in, and followers copy what they get', () => {
    expect(judge(claim, `${leads('1:a,2:b,2:c')} n1 shows log=1:a,2:b,2:c,3:d`)).toBeUndefined()
    expect(
      judge(claim, 'n2 shows role=follower currentTerm=3 log=-\n n2 shows log=3:a,3:b,3:c'),
    ).toBeUndefined()
  })

  test.each([
    ['3:a,3:b', '3:a,3:b,3:c', 2],
    ['1:a,2:b,3:c', '1:a,2:b,3:c,3:d', 3],
    ['1:a,2:b', '1:a,2:b,3:c,3:d', 3],
  ])('breaks from %s to %s', (before, after, waiting) => {
    expect(judge(claim, `${leads(before)} n1 shows log=${after}`)?.message).toBe(
      `n1, the leader of term 3, took a command although ${waiting} entries were waiting to be committed; 2 are allowed.`,
    )
  })
})

describe('snapshots-sent-sparingly', () => {
  const claim = snapshotsSentSparingly(50_000)
  const offer = 'n1 sends n2 InstallSnapshot term=3 lastIncludedIndex=5'

  test('holds for one at a time, and for one to each follower', () => {
    const other = 'n1 sends n3 InstallSnapshot term=3 lastIncludedIndex=5'
    expect(judge(claim, `@10 ${offer}\n ${other}\n @60 ${offer}`)).toBeUndefined()
  })

  test('breaks when it comes again too soon', () => {
    expect(judge(claim, `@10 ${offer}\n @40 ${offer}`)).toEqual({
      at: offer,
      message:
        'n1 sends n2 a snapshot again after 30 ms, before an answer to the last one can be missed.',
      related: [offer],
      nodes: ['n1', 'n2'],
    })
  })

  test('lets a leader that crashed, or leads again, begin anew', () => {
    const later = 'n1 sends n2 InstallSnapshot term=4 lastIncludedIndex=5'
    expect(judge(claim, `@10 ${offer}\n n1 crashes\n n1 restarts\n @40 ${offer}`)).toBeUndefined()
    expect(judge(claim, `@10 ${offer}\n @40 ${later}`)).toBeUndefined()
  })

  test.each([
    'n2 sends n1 InstallSnapshotReply term=3 lastIncludedIndex=5',
    'n2 sends n1 AppendEntriesReply term=3 success=true matchIndex=7',
  ])('breaks after %s', (answer) => {
    const found = judge(claim, `${answer}\n n1 receives 1\n @90 ${offer}`)
    expect(found).toMatchObject({ at: offer, related: ['n1 receives 1'] })
    expect(found?.message).toMatch(/although n2 had told it that it holds everything up to/)
  })

  test.each([
    'n2 sends n1 AppendEntriesReply term=3 success=false matchIndex=7',
    'n2 sends n1 AppendEntriesReply term=3 success=true matchIndex=4',
    'n2 sends n1 InstallSnapshotReply term=2 lastIncludedIndex=5',
  ])('holds after %s', (answer) => {
    expect(judge(claim, `${answer}\n n1 receives 1\n @90 ${offer}`)).toBeUndefined()
  })
})

describe('snapshots-stay-small', () => {
  const claim = snapshotsStaySmall(100)

  test('counts the bytes of the message', () => {
    const offer = (state: string) =>
      `n1 sends n2 InstallSnapshot term=3 lastIncludedIndex=5 state=${state}`
    expect(judge(claim, offer('abc'))).toBeUndefined()
    expect(judge(claim, offer('x'.repeat(60)))?.message).toBe(
      'n1 sends n2 an InstallSnapshot of 128 bytes; 100 are allowed.',
    )
    expect(judge(claim, `n1 sends n2 Other state=${'x'.repeat(99)}`)).toBeUndefined()
  })
})
