/** Claims about shared texts, on traces written by hand. */
import { describe, expect, test } from 'vitest'
import {
  editTakesEffect,
  forgetsWhatIsGone,
  oneListOrder,
  operationsStaySmall,
  runsStayTogether,
  showsWhatWasTyped,
} from '#core'
import { judge } from '../../support/traces/judge.ts'

/** Writes traces in which nodes take edits and show what comes of them. */
class Writing {
  readonly #lines: string[] = ['n1 shows text=""', 'n2 shows text=""']
  #operations = 0

  edit(node: string, id: string, command: string, text: string): this {
    const client = node.replace('n', 'c')
    this.#operations++
    this.#lines.push(
      `${client} asks ${node} id=${id} ${command}`,
      `${node} takes ${this.#operations}`,
      `${node} shows text="${text}"`,
      `${node} applies id=${id} ${command}`,
    )
    return this
  }

  insert(node: string, [index, char]: readonly [number, string], text: string): this {
    return this.edit(node, char, `op=insert index=${index} char=${char}`, text)
  }

  /** Edits of others come in. */
  learns(node: string, ids: readonly string[], text: string): this {
    this.#lines.push(`${node} ticks news`, `${node} shows text="${text}"`)
    for (const id of ids) this.#lines.push(`${node} applies id=${id}`)
    return this
  }

  script(): string {
    return [...this.#lines, 'n3 ticks end', 'end'].join('\n')
  }
}

describe('edit-takes-effect', () => {
  const claim = editTakesEffect()

  test('holds when the text is what was typed; an index beyond the end means the end', () => {
    const script = new Writing()
      .insert('n1', [9, 'a'], 'a')
      .insert('n1', [0, 'b'], 'ba')
      .edit('n1', 'r', 'op=remove index=7', 'b')
      .script()
    expect(judge(claim, script)).toBeUndefined()
  })

  test('breaks when it lands elsewhere, or something else is gone', () => {
    const wrong = new Writing().insert('n1', [0, 'a'], 'a').insert('n1', [1, 'b'], 'ba').script()
    expect(judge(claim, wrong)).toMatchObject({
      message: 'c1 put "b" at index 1 of "a", and n1 shows "ba" instead of "ab".',
    })
    const gone = new Writing()
      .insert('n1', [0, 'a'], 'a')
      .insert('n1', [1, 'b'], 'ab')
      .edit('n1', 'r', 'op=remove index=0', 'a')
      .script()
    expect(judge(claim, gone)).toMatchObject({
      message: 'c1 removed "a" at index 0 of "ab", and n1 shows "a" instead of "b".',
    })
  })
})

describe('shows-what-was-typed', () => {
  const claim = showsWhatWasTyped()
  const typed = () => new Writing().insert('n1', [0, 'a'], 'a').insert('n1', [1, 'b'], 'ab')

  test('holds in any order, and while something is missing that was not applied', () => {
    expect(judge(claim, typed().learns('n2', ['b'], 'b').learns('n2', ['a'], 'ba').script())).toBe(
      undefined,
    )
  })

  test.each([
    ['a', 'n2 shows "a", without "b", which c1 typed and nobody erased.'],
    ['abb', 'n2 shows "abb", with "b" twice.'],
    ['abz', 'n2 shows "abz", but "z" is in no edit that it has applied.'],
  ])('breaks at "%s"', (text, message) => {
    expect(judge(claim, typed().learns('n2', ['a', 'b'], text).script())).toMatchObject({ message })
  })

  test('breaks when what was erased is shown', () => {
    const script = typed()
      .edit('n1', 'r', 'op=remove index=0', 'b')
      .learns('n2', ['a', 'b', 'r'], 'ab')
      .script()
    expect(judge(claim, script)).toMatchObject({
      message: 'n2 shows "ab", but c1 erased "a", and the node has applied that.',
    })
  })
})

describe('one-list-order', () => {
  const claim = oneListOrder()

  test('holds when every text fits one order', () => {
    expect(
      judge(claim, 'n1 shows text="ac"\n n2 shows text="bc"\n n3 shows text="abc"\n end'),
    ).toBeUndefined()
  })

  test('breaks where two texts disagree about two characters, neighbours or not', () => {
    expect(judge(claim, 'n1 shows text="abc"\n n2 shows text="cxa"\n end')).toMatchObject({
      message:
        'n2 shows "cxa", with "x" before "a", but other texts had "a" before "b", "b" before "c", "c" before "x".',
    })
  })

  test('breaks at a circle through a character that is gone', () => {
    const script = 'n1 shows text="ab"\n n2 shows text="bc"\n n3 shows text="ca"\n end'
    expect(judge(claim, script)).toMatchObject({
      message:
        'n3 shows "ca", with "c" before "a", but other texts had "a" before "b", "b" before "c".',
      nodes: ['n1', 'n2', 'n3'],
    })
  })
})

describe('runs-stay-together', () => {
  const forwards = runsStayTogether({ direction: 'forwards' })
  const backwards = runsStayTogether({ direction: 'backwards' })
  const word = () => new Writing().insert('n1', [0, 'a'], 'a').insert('n1', [1, 'b'], 'ab')

  test('breaks when a character of somebody else, typed meanwhile, is in the middle', () => {
    const script = word().insert('n2', [0, 'X'], 'X').learns('n2', ['a', 'b'], 'aXb').script()
    expect(judge(forwards, script)).toMatchObject({
      message:
        'n2 shows "aXb": "X" of c2 stands between "a" and "b", which c1 typed in one go without knowing of it.',
    })
    expect(judge(backwards, script)).toBeUndefined()
  })

  test('judges words that were typed backwards on their own', () => {
    const script = new Writing()
      .insert('n1', [0, 'b'], 'b')
      .insert('n1', [0, 'a'], 'ab')
      .insert('n2', [0, 'X'], 'X')
      .learns('n2', ['b', 'a'], 'aXb')
      .script()
    expect(judge(backwards, script)).toMatchObject({ at: 'n2 shows text="aXb"' })
    expect(judge(forwards, script)).toBeUndefined()
  })

  test('holds for what was put there on purpose, on either side', () => {
    const knowing = word().learns('n2', ['a', 'b'], 'ab').insert('n2', [1, 'X'], 'aXb').script()
    expect(judge(forwards, knowing)).toBeUndefined()
    const answered = new Writing()
      .insert('n1', [0, 'a'], 'a')
      .insert('n2', [0, 'X'], 'X')
      .learns('n1', ['X'], 'aX')
      .insert('n1', [2, 'b'], 'aXb')
      .script()
    expect(judge(forwards, answered)).toBeUndefined()
  })
})

describe('operations-stay-small', () => {
  const claim = operationsStaySmall({ bytesMax: 20, perCharMax: 2 })
  const sent = (command: string, operation: string) =>
    `n1 sends n2 Operations operations=[{"command":${command},"operation":${operation}}]\n end`

  test('grants each character its part, typed or erased', () => {
    const word = '{"op":"insert","text":"abcde"}'
    expect(judge(claim, sent(word, '"123456789012345678901234567"'))).toBeUndefined()
    expect(judge(claim, sent(word, '"12345678901234567890123456789"'))).toMatchObject({
      message: 'n1 sends an operation of 31 bytes about 5 characters.',
    })
    expect(
      judge(claim, sent('{"op":"remove","count":1}', '"123456789012345678901"')),
    ).toMatchObject({ message: 'n1 sends an operation of 23 bytes about 1 character.' })
  })
})

describe('forgets-what-is-gone', () => {
  const claim = forgetsWhatIsGone({ bytesMax: 10, withinMicros: 1_000_000 })
  const kept = (value: string, text = '') =>
    `n1 shows text="${text}"\n n2 shows text=""\n n3 shows text=""
     n1 ticks progress\n n1 writes copy ${value}\n n1 syncs\n @50 liveness\n @5000 end`

  test('counts what is on disk last, when every text is empty', () => {
    expect(judge(claim, kept('12345678'))).toBeUndefined()
    expect(judge(claim, kept('123456789012', 'x'))).toBeUndefined()
    expect(judge(claim, kept('123456789012'))).toMatchObject({
      message: 'Every node shows an empty text, and n1 keeps 12 bytes on disk: "123456789012".',
    })
  })

  test('waits until all has been quiet for long enough', () => {
    expect(judge(claim, kept('123456789012').replace('@5000', '@500'))).toBeUndefined()
  })
})
