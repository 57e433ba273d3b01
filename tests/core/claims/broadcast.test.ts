/** Claims about broadcast, on traces written by hand. */
import { describe, expect, test } from 'vitest'
import { causalOrder, fifoOrder } from '../../../grader/core/check/broadcast/delivery-order.ts'
import {
  reliableAgreement,
  uniformAgreement,
  validity,
} from '../../../grader/core/check/broadcast/eventual-delivery.ts'
import { noCreation, noDuplication } from '../../../grader/core/check/broadcast/integrity.ts'
import { totalOrder } from '../../../grader/core/check/broadcast/total-order.ts'
import { judge } from '../../support/traces/judge.ts'

/** `c1` asks `n1` to broadcast messages 1 and 2. */
const TWO = `c1 asks n1 id=m1
  n1 takes 1
  c1 asks n1 id=m2
  n1 takes 2`

describe('no-duplication', () => {
  test('holds when each node delivers once in each of its lives', () => {
    expect(
      judge(
        noDuplication(),
        'n1 applies id=m1\n n2 applies id=m1\n n1 crashes\n n1 restarts\n n1 applies id=m1',
      ),
    ).toBeUndefined()
  })

  test('breaks at the second delivery, whatever else the value holds', () => {
    expect(judge(noDuplication(), 'n1 applies id=m1 from=n2\n n1 applies id=m1 from=n3')).toEqual({
      at: 'n1 applies id=m1 from=n3',
      message: 'n1 delivered m1 twice.',
      related: ['n1 applies id=m1 from=n2'],
      nodes: ['n1'],
    })
  })

  test('asks the lab what identifies a message', () => {
    const byText = noDuplication({ identify: (value) => JSON.stringify(value) })
    expect(judge(byText, 'n1 applies id=m1 n=1\n n1 applies id=m1 n=2')).toBeUndefined()
  })
})

describe('no-creation', () => {
  test('holds for what a node was asked to broadcast', () => {
    expect(judge(noCreation(), `${TWO}\n n3 applies id=m2`)).toBeUndefined()
  })

  test('breaks for a message that did not reach a node yet', () => {
    expect(judge(noCreation(), 'c1 asks n1 id=m1\n n2 applies id=m1')).toEqual({
      at: 'n2 applies id=m1',
      message: 'n2 delivered m1, which nobody had broadcast.',
      related: [],
      nodes: ['n2'],
    })
  })

  test('takes a whole value for its identity when it has no id', () => {
    const script = 'c1 asks n1 "hello"\n n1 takes 1\n n2 applies "hello"'
    expect(judge(noCreation(), script)).toBeUndefined()
    expect(judge(noCreation(), `${script}\n n2 applies "hullo"`)?.message).toBe(
      'n2 delivered "hullo", which nobody had broadcast.',
    )
  })
})

describe('fifo-order', () => {
  test('holds in order, and for messages of different senders', () => {
    expect(
      judge(
        fifoOrder(),
        `${TWO}
         c2 asks n2 id=m3
         n2 takes 3
         n3 applies id=m3
         n3 applies id=m1
         n3 applies id=m2`,
      ),
    ).toBeUndefined()
  })

  test('breaks when the second overtakes the first', () => {
    expect(judge(fifoOrder(), `${TWO}\n n1 applies id=m1\n n3 applies id=m2`)).toEqual({
      at: 'n3 applies id=m2',
      message: 'n3 delivered m2 before m1, although n1 had broadcast m1 first.',
      related: ['n1 takes 1', 'n1 takes 2'],
      nodes: ['n1', 'n3'],
    })
  })

  const restarted = 'n3 applies id=m1\n n3 crashes\n n3 restarts\n n3 applies id=m2'

  test('says nothing of a node that crashed, unless it takes part again', () => {
    const skipped = `${TWO}\n n3 crashes\n n3 restarts\n n3 applies id=m2`
    expect(judge(fifoOrder(), skipped)).toBeUndefined()
    expect(judge(fifoOrder({ failures: 'crash-recovery' }), skipped)?.at).toBe('n3 applies id=m2')
    expect(judge(fifoOrder({ failures: 'crash-recovery' }), `${TWO}\n${restarted}`)).toBeUndefined()
  })
})

describe('causal-order', () => {
  const answered = `c1 asks n1 id=m1
    n1 takes 1
    n2 applies id=m1
    c2 asks n2 id=m2
    n2 takes 2`

  test('holds when the answer comes after the question', () => {
    expect(
      judge(causalOrder(), `${answered}\n n3 applies id=m1\n n3 applies id=m2`),
    ).toBeUndefined()
  })

  test('holds for concurrent messages in any order', () => {
    const both = 'c1 asks n1 id=m1\n n1 takes 1\n c2 asks n2 id=m2\n n2 takes 2'
    expect(judge(causalOrder(), `${both}\n n3 applies id=m2\n n3 applies id=m1`)).toBeUndefined()
  })

  test('breaks when the answer overtakes the question', () => {
    expect(judge(causalOrder(), `${answered}\n n3 applies id=m2`)).toEqual({
      at: 'n3 applies id=m2',
      message: 'n3 delivered m2 before m1, although n2 knew of m1 when it broadcast m2.',
      related: ['n1 takes 1', 'n2 takes 2'],
      nodes: ['n2', 'n3'],
    })
  })
})

describe('total-order', () => {
  test('holds when nodes leave out different messages', () => {
    expect(
      judge(
        totalOrder(),
        'n1 applies id=a\n n1 applies id=b\n n1 applies id=c\n n2 applies id=a\n n2 applies id=c\n n3 applies id=b',
      ),
    ).toBeUndefined()
  })

  test('breaks when two nodes deliver two messages in two orders', () => {
    expect(
      judge(
        totalOrder(),
        'n1 applies id=a\n n1 applies id=b\n n2 applies id=b\n n3 applies id=a\n n2 applies id=a',
      ),
    ).toEqual({
      at: 'n2 applies id=a',
      message: 'n2 delivered b before a, n1 delivered a before b.',
      related: ['n1 applies id=a', 'n1 applies id=b'],
      nodes: ['n1', 'n2'],
    })
  })

  test('breaks when the earlier node delivers the common message last', () => {
    expect(
      judge(totalOrder(), 'n1 applies id=a\n n2 applies id=b\n n2 applies id=a\n n1 applies id=b')
        ?.at,
    ).toBe('n1 applies id=b')
  })
})

describe('validity', () => {
  const claim = validity({ withinMicros: 100_000 })

  test('holds when the node delivers its own message in time', () => {
    expect(
      judge(claim, `${TWO}\n @50 liveness\n @140 n1 applies id=m1\n n1 applies id=m2\n @400 end`),
    ).toBeUndefined()
  })

  test('breaks at the first event after the deadline', () => {
    expect(
      judge(claim, `${TWO}\n n1 applies id=m1\n @50 liveness\n @150 n2 ticks x\n @151 n2 ticks y`),
    ).toEqual({
      at: 'n2 ticks y',
      message: 'n1 broadcast m2 and never delivered it.',
      related: ['n1 takes 2'],
      nodes: ['n1'],
    })
  })

  test('counts from the broadcast when that is later, and not beyond the run', () => {
    const late = '@50 liveness\n @200 c1 asks n1 id=m1\n n1 takes 1'
    expect(judge(claim, `${late}\n @300 end`)).toBeUndefined()
    expect(judge(claim, `${late}\n @301 end`)?.at).toBe('end')
  })

  test('says nothing of a node that crashed, nor of a run that was cut short', () => {
    expect(
      judge(claim, `${TWO}\n n1 crashes\n n1 restarts\n @50 liveness\n @400 end`),
    ).toBeUndefined()
    expect(judge(claim, `${TWO}\n @50 liveness\n @60 end budget`)).toBeUndefined()
  })
})

describe('agreement', () => {
  const options = { withinMicros: 100_000 }
  const some = `${TWO}\n n1 applies id=m1\n n2 applies id=m1`
  const end = '@50 liveness\n @400 end'

  test('holds when all deliver', () => {
    const script = `${some}\n n3 applies id=m1\n${end}`
    expect(judge(reliableAgreement(options), script)).toBeUndefined()
    expect(judge(uniformAgreement(options), script)).toBeUndefined()
  })

  test('breaks when one never does', () => {
    expect(judge(reliableAgreement(options), `${some}\n${end}`)).toEqual({
      at: 'end',
      message: 'n1 delivered m1, but n3 never did.',
      related: ['n1 applies id=m1'],
      nodes: ['n1', 'n3'],
    })
  })

  const onlyTheDead = `${TWO}\n n1 applies id=m1\n n1 crashes\n n1 restarts\n${end}`

  test('is owed by those only that do not fail, unless it is uniform', () => {
    expect(judge(reliableAgreement(options), onlyTheDead)).toBeUndefined()
    expect(judge(uniformAgreement(options), onlyTheDead)?.message).toBe(
      'n1 delivered m1, but n2 never did.',
    )
  })

  test('is owed to restarted nodes where they take part again', () => {
    const missed = `${TWO}\n n3 crashes\n n3 restarts\n n1 applies id=m1\n n2 applies id=m1\n${end}`
    expect(judge(uniformAgreement(options), missed)).toBeUndefined()
    expect(
      judge(uniformAgreement({ ...options, failures: 'crash-recovery' }), missed)?.message,
    ).toBe('n1 delivered m1, but n3 never did.')
  })
})
