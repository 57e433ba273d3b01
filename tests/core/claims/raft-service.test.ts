/** Claims about what clients of a Raft service get, on traces written by hand. */
import { describe, expect, test } from 'vitest'
import { answeredWithin, appendsOnce, appliedEverywhere, type Json, wellFormedAnswers } from '#core'
import { judge } from '../../support/traces/judge.ts'

describe('answered-within', () => {
  const claim = answeredWithin({ graceMicros: 10_000, withinMicros: 20_000 })

  test('holds when requests are answered, or refused, in time', () => {
    expect(
      judge(
        claim,
        `liveness
         @20 c1 asks n1 op=get key=x
         c2 asks n2 op=get key=x
         n1 replies 1 ok 7
         c1 gets 1 ok 7
         n2 replies 2 fail n1
         c2 gets 2 fail n1
         @90 end`,
      ),
    ).toBeUndefined()
  })

  test('asks nothing of what was asked before there could be a leader', () => {
    expect(judge(claim, 'c1 asks n1 op=get key=x\n liveness\n @90 end')).toBeUndefined()
    expect(judge(claim, 'liveness\n @8 c1 asks n1 op=get key=x\n @90 end')).toBeUndefined()
  })

  test.each([
    ['nobody answers', '@45 n1 ticks heartbeat', 'has no answer after 0.025 s'],
    ['the client gives up', 'c1 gets 1 info\n @45 n1 ticks heartbeat', 'after 0.025 s'],
    ['the run ends', '@40 end', 'after 0.02 s'],
  ])('breaks when %s', (_, then, message) => {
    const found = judge(claim, `liveness\n @20 c1 asks n1 op=get key=x\n ${then}`)
    expect(found).toMatchObject({ related: ['c1 asks n1 op=get key=x'], nodes: ['c1'] })
    expect(found?.message).toMatch(/^c1 asked for get x and has no answer/)
    expect(found?.message).toContain(message)
  })

  test('counts a request from before that is sent again now', () => {
    expect(
      judge(
        claim,
        `c1 asks n1 op=put key=x value=a
         liveness
         @20 c1 retries 1 n2
         @25 c1 retries 1 n3
         @50 end`,
      ),
    ).toEqual({
      at: 'end',
      message:
        'c1 asked for put x = "a" and has no answer after 0.03 s, although nothing is wrong.',
      related: ['c1 retries 1 n2'],
      nodes: ['c1'],
    })
  })

  test('says nothing of a run that a throw cut short', () => {
    const start = 'liveness\n @20 c1 asks n1 op=get key=x\n'
    expect(judge(claim, `${start} @60 end budget`)?.at).toBe('end budget')
    expect(judge(claim, `${start} @39 end budget`)).toBeUndefined()
  })
})

describe('applied-everywhere', () => {
  const claim = appliedEverywhere({ graceMicros: 5_000, withinMicros: 20_000 })
  const asked = 'liveness\n c1 asks n1 id=a\n @10 n1 takes 1\n'

  test('holds when all nodes are equally far in time', () => {
    const all = 'n1 shows lastApplied=4\n n2 shows lastApplied=4\n n3 shows lastApplied=4\n'
    expect(judge(claim, `${asked} ${all} @40 end`)).toBeUndefined()
  })

  test('judges once: what is appended later without a request may take its time', () => {
    const all = 'n1 shows lastApplied=4\n n2 shows lastApplied=4\n n3 shows lastApplied=4\n'
    expect(
      judge(claim, `${asked} ${all} @35 n2 ticks election\n n1 shows lastApplied=5\n @90 end`),
    ).toBeUndefined()
  })

  test('says nothing while faults last, or before a request', () => {
    const differ = 'n1 shows lastApplied=4\n'
    expect(judge(claim, `c1 asks n1 id=a\n n1 takes 1\n ${differ} @90 end`)).toBeUndefined()
    expect(judge(claim, `liveness\n ${differ} @90 end`)).toBeUndefined()
    const early = 'liveness\n @4 c1 asks n1 id=a\n n1 takes 1\n'
    expect(judge(claim, `${early} ${differ} @90 end`)).toBeUndefined()
  })

  test('names who is behind', () => {
    const some = 'n1 shows lastApplied=4\n n2 shows lastApplied=4\n n3 shows lastApplied=2\n'
    expect(judge(claim, `${asked} ${some} @40 n1 ticks heartbeat`)).toEqual({
      at: 'n1 ticks heartbeat',
      message:
        '0.03 s after the last request the nodes have applied different numbers of entries: ' +
        'n1 up to 4, n2 up to 4, n3 up to 2.',
      related: ['n1 takes 1'],
      nodes: ['n3'],
    })
  })

  test('breaks when nobody has applied anything', () => {
    expect(judge(claim, `${asked} @40 end`)?.message).toBe(
      '0.03 s after the last request no node has applied anything.',
    )
  })
})

describe('well-formed-answers', () => {
  const claim = wellFormedAnswers((_, answer) => (answer === null ? undefined : 'null'))

  test('holds for the right form, and says nothing of refusals', () => {
    expect(
      judge(
        claim,
        `c1 asks n1 op=put key=x value=a
         c1 gets 1 ok
         c2 asks n1 op=put key=x value=b
         c2 gets 2 fail n2`,
      ),
    ).toBeUndefined()
  })

  test('names the command and what was answered', () => {
    expect(judge(claim, 'c1 asks n1 op=put key=x value=a\n c1 gets 1 ok done')).toEqual({
      at: 'c1 gets 1 ok done',
      message: 'c1 asked for put x = "a" and was answered "done", which should be null.',
      related: ['c1 asks n1 op=put key=x value=a'],
      nodes: ['c1'],
    })
  })
})

describe('appends-once', () => {
  const claim = appendsOnce({
    meaningOf(command: Json) {
      const { op, key, value } = command as { readonly [name: string]: string }
      return { f: op ?? '', key: key ?? '', input: value ?? null }
    },
  })
  const start = 'c1 asks n1 op=append key=x value=a;\n c1 gets 1 info\n c2 asks n2 op=get key=x\n'

  test('holds when a text is there once, or not at all', () => {
    expect(judge(claim, `${start} c2 gets 2 ok "b;a;c;"`)).toBeUndefined()
    expect(judge(claim, `${start} c2 gets 2 ok null`)).toBeUndefined()
    expect(judge(claim, `${start} c2 gets 2 fail "a;a;"`)).toBeUndefined()
  })

  test('keeps keys apart', () => {
    const other = start.replace('op=get key=x', 'op=get key=y')
    expect(judge(claim, `${other} c2 gets 2 ok "a;a;"`)).toBeUndefined()
  })

  test('breaks when a reader finds it twice', () => {
    expect(judge(claim, `${start} c2 gets 2 ok "a;b;a;"`)).toEqual({
      at: 'c2 gets 2 ok "a;b;a;"',
      message: 'c2 finds "a;" twice in the value of "x"; c1 appended it once.',
      related: ['c1 asks n1 op=append key=x value=a;', 'c2 asks n2 op=get key=x'],
      nodes: ['c1', 'c2'],
    })
  })
})
