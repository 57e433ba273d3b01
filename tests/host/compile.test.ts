/** Compiling: what runs, what does not, and where a mistake is said to be. */
import { describe, expect, it } from 'vitest'
import { compile, learnerPositions, SOURCE_BYTES_MAX } from '#host/compile.ts'
import { FunctionHost } from '#kit/function-host.ts'
import { raft } from '#labs/raft/lab.ts'
import { BARE_COMPILER } from './sandbox-fixture.ts'

const START = {
  kind: 'start',
  nowMicros: 0,
  config: { id: 'n1', nodes: ['n1', 'n2'], seed: 1, disk: {}, settings: {} },
} as const

describe('a mistake', () => {
  it('is told with its line and column', async () => {
    const source = 'export class A {\n  onStart() {\n    const x = = 1\n  }\n}\n'
    expect(await compile(source, BARE_COMPILER)).toEqual({
      kind: 'does-not-compile',
      message: 'Unexpected "="',
      line: 3,
      column: 15,
    })
  })

  it.each([
    ['an async handler', 'export class A {\n  async onStart() {}\n}', 2],
    ['an async arrow function', 'function* g() {}\n\nconst f = async () => 1', 3],
    ['a loop that waits', 'const f = async () => {\n  for await (const x of y) {}\n}', 1],
  ])('is %s', async (_name, source, line) => {
    const result = await compile(source, BARE_COMPILER)
    expect(result).toMatchObject({ kind: 'does-not-compile', line })
    expect(result).toMatchObject({ message: expect.stringContaining('may not wait') })
  })

  it('is a source that is too long', async () => {
    const result = await compile(`// ${'x'.repeat(SOURCE_BYTES_MAX)}`, BARE_COMPILER)
    expect(result).toMatchObject({ kind: 'does-not-compile', line: 0 })
    expect(result).toMatchObject({ message: expect.stringContaining('at most 65536') })
  })

  it.each(['(', '[', '{', 'a=>', 'class A extends ', '`${'])(
    'is a pile of %s, however high',
    async (piece) => {
      const result = await compile(piece.repeat(Math.floor(60_000 / piece.length)), BARE_COMPILER)
      expect(result.kind).toBe('does-not-compile')
    },
  )
})

describe('what compiles', () => {
  it.each([
    ['an enum', 'enum Role { Leader, Follower }\nexport const x = Role.Follower'],
    ['a generator', 'export function* count() { yield 1 }'],
    ['the word async in a comment', '// no async here\nexport const await_ = 1'],
    ['parameter properties', 'export class A { constructor(private x: number) {} }'],
  ])('is %s', async (_name, source) => {
    expect((await compile(source, BARE_COMPILER)).kind).toBe('compiled')
  })

  it.each([3, 7, 12])('throws on the learner’s line %i', async (line) => {
    const filler = Array.from(
      { length: line - 3 },
      (_, index) => `    const v${index}: number = ${index}`,
    )
    const source = [
      "import { RaftNode } from 'netsplit/raft'; enum Unused { A, B }",
      'export class A extends RaftNode { override onStart(): void {',
      ...filler,
      "    throw new Error('here')",
      '} }',
    ].join('\n')
    const result = await compile(source, BARE_COMPILER)
    if (result.kind !== 'compiled') throw new Error(result.message)
    const reply = new FunctionHost(result.code, raft.modules).call('n1', START)
    const [, message, compiledLine, column] = JSON.parse(reply.slice(1))
    expect(message).toBe('here')
    expect(learnerPositions(result.map)({ line: compiledLine, column })).toEqual({
      line,
      column: 11,
    })
  })
})
