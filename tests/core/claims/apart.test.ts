/** Claims about replicas that work apart, on traces written by hand. */
import { describe, expect, test } from 'vitest'
import {
  answersAlone,
  cartHoldsWhatWasPut,
  neverOversold,
  noteIsNotOverwritten,
  observedRemoves,
  sellsItsPart,
  sellsTheLast,
  sellsWhileItCan,
  sharesAddUp,
} from '#core'
import { judge } from '../../support/traces/judge.ts'

describe('answers-alone', () => {
  const claim = answersAlone(100_000)

  test('holds for a node that answers in time, or is not there to answer', () => {
    expect(
      judge(claim, 'c1 asks n1 id=a\n n1 takes 1\n n1 replies 1 ok\n @900 end'),
    ).toBeUndefined()
    expect(judge(claim, 'c1 asks n1 id=a\n n1 takes 1\n n1 crashes\n @900 end')).toBeUndefined()
    expect(judge(claim, 'c1 asks n1 id=a\n n1 takes 1\n n1 pauses\n @900 end')).toBeUndefined()
    expect(judge(claim, 'c1 asks n1 id=a\n @900 end')).toBeUndefined()
  })

  test('breaks at the first event that comes too late', () => {
    expect(judge(claim, 'c1 asks n1 id=a\n n1 takes 1\n @200 n2 ticks a\n end')).toEqual({
      at: 'n2 ticks a',
      message: 'n1 has not answered c1 0.198 s after it took the request.',
      related: ['n1 takes 1'],
      nodes: ['n1', 'c1'],
    })
  })
})

describe('observed-removes', () => {
  const claim = observedRemoves()
  const add = (id: string, node: string, number: number) => `
    c1 asks ${node} id=${id} op=add item=tea
    ${node} takes ${number}
    ${node} shows value=["tea"]
    ${node} applies id=${id} op=add item=tea`

  test('a remove takes away what it saw, and nothing that it did not see', () => {
    const start = `${add('a', 'n1', 1)}${add('b', 'n2', 2)}
      c1 asks n1 id=r op=remove item=tea
      n1 takes 3
      n1 shows value=[]
      n1 applies id=r op=remove item=tea
      n2 ticks gossip`
    expect(judge(claim, `${start}\n n2 applies id=r\n end`)).toBeUndefined()
    expect(judge(claim, `${start}\n n2 shows value=[]\n n2 applies id=r\n end`)).toMatchObject({
      message: 'n2 shows [], although no remove that it has applied had seen the add b of "tea".',
    })
    expect(judge(claim, `${start}\n n1 ticks news\n n1 applies id=b\n end`)).toMatchObject({
      message: 'n1 shows [], although no remove that it has applied had seen the add b of "tea".',
    })
  })

  test('what was removed must go, and what nobody added must not be there', () => {
    expect(
      judge(
        claim,
        `${add('a', 'n1', 1)}
         c1 asks n1 id=r op=remove item=tea
         n1 takes 2
         n1 applies id=r op=remove item=tea
         end`,
      ),
    ).toMatchObject({
      message:
        'n1 shows ["tea"], although r removed "tea" and had seen each add of it that the node has applied.',
    })
    expect(judge(claim, 'n1 ticks a\n n1 shows value=["milk"]\n end')).toMatchObject({
      message: 'n1 shows ["milk"], which should be [].',
    })
  })

  test('says nothing of a call that a crash cut short, and forgets with the node', () => {
    expect(
      judge(claim, `${add('a', 'n1', 1)}\n n1 ticks a\n n1 shows value=[]\n n1 crashes\n end`),
    ).toBeUndefined()
    expect(
      judge(claim, `${add('a', 'n1', 1)}\n n1 crashes\n n1 restarts\n n1 shows value=[]\n end`),
    ).toBeUndefined()
  })
})

describe('a cart', () => {
  /** Each line of commands is taken by n1, which shows this cart when it has applied it. */
  const cart = (...steps: readonly (readonly [command: string, shown: string])[]) =>
    steps
      .map(([command, shown], index) =>
        [
          `c1 asks n1 id=k${index} item=tea ${command}`,
          `n1 takes ${index + 1}`,
          `n1 shows value=${shown}`,
          `n1 applies id=k${index}`,
        ].join('\n'),
      )
      .concat('n2 ticks end')
      .join('\n')
  const two = '{"tea":{"count":2,"note":""}}'

  test('holds what was added, and nothing of what was removed', () => {
    const claim = cartHoldsWhatWasPut()
    const kept = cart(['op=add count=2', two], ['op=remove', '{}'], ['op=add count=2', two])
    expect(judge(claim, kept)).toBeUndefined()
    expect(judge(claim, cart(['op=add count=2', two], ['op=add count=1', two]))).toMatchObject({
      message: `n1 shows ${two}, with 2 of "tea", where 3 were added and not removed.`,
    })
    expect(judge(claim, cart(['op=add count=2', '{}']))).toMatchObject({
      message: 'n1 shows {}, without "tea".',
    })
    expect(judge(claim, cart(['op=add count=2', two], ['op=remove', two]))).toMatchObject({
      message: `n1 shows ${two}, with "tea", of which nothing is left.`,
    })
    expect(
      judge(claim, cart(['op=add count=2', two], ['op=remove', '{"tea":{"count":0,"note":""}}'])),
    ).toMatchObject({
      message: 'n1 shows {"tea":{"count":0,"note":""}}, with "tea", of which nothing is left.',
    })
  })

  test('shows a note that nobody has replaced', () => {
    const claim = noteIsNotOverwritten()
    const shown = (note: string) => `{"tea":{"count":0,"note":"${note}"}}`
    const green = ['op=note note=green', shown('green')] as const
    expect(judge(claim, cart(green, ['op=note note=black', shown('black')]))).toBeUndefined()
    expect(judge(claim, cart(green, ['op=note note=black', shown('red')]))).toMatchObject({
      message: `n1 shows ${shown('red')}, with the note "red" on "tea", which should be "black".`,
    })
    expect(judge(claim, cart(green, ['op=add count=1', shown('')]))).toMatchObject({
      message: `n1 shows ${shown('')}, with the note "" on "tea", which should be "green".`,
    })
  })
})

describe('shares of a stock', () => {
  const sale = (number: number, count: number, client = 'c1') => `
    ${client} asks n1 id=k${number} op=buy count=${count}
    n1 takes ${number}`

  test('never-oversold counts what customers are told', () => {
    const claim = neverOversold({ stock: 3 })
    const two = `${sale(1, 2)}\n n1 replies 1 ok true${sale(2, 2)}`
    expect(judge(claim, `${two}\n n1 replies 2 fail "sold out"\n end`)).toBeUndefined()
    expect(judge(claim, `${two}\n n1 replies 2 ok true\n end`)).toMatchObject({
      message: 'n1 sells 2 pieces; with that 4 of 3 are sold.',
    })
  })

  test('shares-add-up is judged when the handler is over', () => {
    const claim = sharesAddUp({ stock: 3 })
    const start = 'n1 shows share=2\n n2 shows share=1'
    expect(
      judge(claim, `${start}${sale(1, 2)}\n n1 shows share=0\n n1 replies 1 ok true\n end`),
    ).toBeUndefined()
    expect(judge(claim, `${start}${sale(1, 2)}\n n1 replies 1 ok true\n end`)).toMatchObject({
      message: '2 of 3 are sold, and the shares are n1 2, n2 1, n3 0: 5 in all.',
    })
  })

  test('sells-while-it-can asks for the share after the handler', () => {
    const claim = sellsWhileItCan()
    const start = `n1 shows share=2${sale(1, 2)}`
    expect(
      judge(claim, `${start}\n n1 shows share=1\n n1 replies 1 fail "no"\n end`),
    ).toBeUndefined()
    expect(judge(claim, `${start}\n n1 replies 1 fail "no"\n end`)).toMatchObject({
      message: 'n1 refuses to sell 2 pieces, although its share is 2.',
    })
  })

  test('sells-its-part holds until somebody was heard, and counts what a crash left open', () => {
    const claim = sellsItsPart({ stock: 4 })
    const refused = `${sale(1, 2)}\n n1 replies 1 fail "no"\n end`
    expect(judge(claim, refused)).toMatchObject({
      message:
        'n1 refuses to sell 2 pieces, although it has sold 0 of its 2 and nobody can have asked it for any.',
    })
    expect(judge(claim, `n2 sends n1 Ask\n n1 receives 1${refused}`)).toBeUndefined()
    expect(
      judge(
        claim,
        `${sale(1, 1)}\n n1 crashes\n n1 restarts${sale(2, 2)}\n n1 replies 2 fail "no"`,
      ),
    ).toBeUndefined()
  })

  test('sells-the-last forgives what others were asking for at the same time', () => {
    const claim = sellsTheLast({ stock: 3, graceMicros: 0 })
    expect(judge(claim, `${sale(1, 2)}\n n1 replies 1 fail "no"\n end`)).toBeUndefined()
    expect(judge(claim, `liveness${sale(1, 2)}\n n1 replies 1 fail "no"\n end`)).toMatchObject({
      message: 'n1 refuses to sell 2 pieces in a healthy network, although only 0 of 3 are sold.',
    })
    expect(
      judge(claim, `liveness${sale(1, 2)}${sale(2, 2, 'c2')}\n n1 replies 1 fail "no"\n end`),
    ).toBeUndefined()
  })
})
