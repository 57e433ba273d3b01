/** Valid histories of every shape, for properties of readers and writers. */
import fc from 'fast-check'
import type { History, Json, Operation } from '#core'

/** Numbers that JSON and JavaScript keep exactly. */
const NUMBERS = fc
  .oneof(
    fc.maxSafeInteger(),
    fc.integer({ min: -9, max: 9 }),
    fc.double({ min: -1e9, max: 1e9, noNaN: true }),
  )
  .map((value) => (value === 0 ? 0 : value))

const VALUES: fc.Arbitrary<Json> = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constant(null),
    fc.boolean(),
    NUMBERS,
    fc.string({ unit: 'binary' }).filter((text) => text.isWellFormed()),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.string(), tie('value'), { maxKeys: 3 }),
  ),
})).value

const NAMES = fc.oneof(
  fc.constantFrom('read', 'write', 'cas', 'append', 'enqueue', 'dequeue', 'get', 'put'),
  fc.string({ minLength: 1 }),
)

const MICRO_OPERATIONS = fc.array(
  fc.tuple(fc.constantFrom('r', 'w', 'append'), fc.nat({ max: 5 }), VALUES),
  { maxLength: 3 },
)

const CALLS = fc.oneof(
  { arbitrary: fc.tuple(NAMES, VALUES, VALUES), weight: 5 },
  { arbitrary: fc.tuple(fc.constant('cas'), VALUES, fc.boolean()), weight: 2 },
  { arbitrary: fc.tuple(fc.constant('txn'), MICRO_OPERATIONS, MICRO_OPERATIONS), weight: 2 },
)

const STEPS = fc.array(
  fc.record({
    process: fc.oneof(fc.nat({ max: 3 }).map(String), fc.constantFrom('c1', '007', 'nemesis', '')),
    call: CALLS,
    end: fc.constantFrom('ok', 'ok', 'ok', 'fail', 'info'),
    repeats: fc.boolean(),
    key: fc.string(),
    micros: fc.option(fc.nat(), { nil: undefined }),
  }),
  { maxLength: 24 },
)

/** Calls and returns are counted from 0; some histories have keys and some have times. */
export const arbitraryHistory: fc.Arbitrary<History> = fc
  .record({ steps: STEPS, hasKeys: fc.boolean() })
  .map(({ steps, hasKeys }) => {
    const operations: Operation[] = []
    const open = new Map<string, number>()
    let clock = 0
    for (const { process, call, end, repeats, key, micros } of steps) {
      const [f, input, output] = call
      const id = open.get(process)
      if (id === undefined) {
        const base = { process, f, key: hasKeys ? key : '', input, output: null }
        const time = micros === undefined ? {} : { callMicros: micros }
        open.set(process, operations.length)
        operations.push({
          ...base,
          ...time,
          id: operations.length,
          call: clock,
          return: null,
          outcome: 'info',
        })
        clock += 1
        continue
      }
      open.delete(process)
      const started = operations[id]
      if (end === 'info' || started === undefined) continue
      // An answer that repeats the question is the case in which a reader must guess.
      const answer = end === 'fail' ? null : repeats ? started.input : output
      const time = micros === undefined ? {} : { returnMicros: micros }
      operations[id] = { ...started, ...time, output: answer, return: clock, outcome: end }
      clock += 1
    }
    return { operations }
  })
