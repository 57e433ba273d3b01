/** Links to runs: what is written is what is read, and whatever else stands there is told. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  LINK_LENGTH_MAX,
  readLink,
  type SharedRun,
  writeLink,
} from '../../app/labs/_workspace/share/share-link.ts'

const RUN: SharedRun = {
  labVersion: 2,
  checkId: 'leader-cut-off',
  seed: 7,
  cursor: 132,
  view: 'what-if',
  script: 'at 1200 partition n1 | n2 n3\nmessage n1 > n2 #3 lost\n',
}

const runs: fc.Arbitrary<SharedRun> = fc.record({
  labVersion: fc.nat({ max: 9_999 }),
  checkId: fc.stringMatching(/^[a-z][a-z0-9-]{0,30}$/),
  seed: fc.nat(),
  cursor: fc.nat({ max: 200_000 }),
  view: fc.constantFrom('run', 'what-if'),
  script: fc.option(
    fc
      .array(fc.oneof(fc.string(), fc.constantFrom('at 5 crash n1', '~_%!.#', 'é ✂')))
      .map((lines) => lines.join('\n').trimEnd()),
    { nil: undefined },
  ),
})

describe('a link', () => {
  test('can be read by a person', () => {
    expect(writeLink(RUN)).toBe(
      '#v1.2.leader-cut-off.7.132.w.at_1200_partition_n1_%7C_n2_n3~message_n1_%3E_n2_%233_lost',
    )
  })

  test('says what was written into it', () => {
    fc.assert(
      fc.property(runs, (run) => {
        const link = writeLink(run)
        if (link === undefined || run.script === '-') return
        const script = run.script?.trim() === '' ? '' : run.script
        expect(readLink(link)).toEqual({ kind: 'run', run: { ...run, script } })
        // It must survive whatever makes addresses clickable.
        expect(link).toMatch(/^#[\w.~%!'()*-]+$/)
        expect(new URL(`http://host/labs/x${link}`).hash).toBe(link)
      }),
      { numRuns: 500 },
    )
  })

  test('tells no faults from those of the check', () => {
    const bare = writeLink({ ...RUN, script: undefined }) ?? ''
    const calm = writeLink({ ...RUN, script: '\n' }) ?? ''
    expect(readLink(bare)).toMatchObject({ run: { script: undefined } })
    expect(readLink(calm)).toMatchObject({ run: { script: '' } })
  })

  test('is not made when it would be too long', () => {
    const script = 'at 5 crash n1\n'.repeat(LINK_LENGTH_MAX / 10)
    expect(writeLink({ ...RUN, script })).toBeUndefined()
  })
})

describe('whatever else stands there', () => {
  test.each(['', '#', '#hints', '#version', '#v.1'])('%s is none of ours', (fragment) => {
    expect(readLink(fragment)).toEqual({ kind: 'none' })
  })

  test.each([
    ['#v2.2.leader-cut-off.7.132.w.', /another version of this site/],
    ['#v1.2.leader-cut-off', /not whole/],
    ['#v1.2.leader-cut-off.7.132.x.', /not whole/],
    ['#v1.2.leader/cut.7.132.r.', /not whole/],
    ['#v1.2.leader-cut-off.7.-1.r.', /not whole/],
    ['#v1.2.leader-cut-off.7.132.r.%E0%A4%A', /cannot be read/],
  ])('%s is told to be bad', (fragment, why) => {
    const link = readLink(fragment)
    expect(link).toMatchObject({ kind: 'bad', why: expect.stringMatching(why) as string })
  })

  test('far too long is told to be bad', () => {
    const link = readLink(`#v1.2.a.7.132.r.${'x'.repeat(LINK_LENGTH_MAX)}`)
    expect(link).toMatchObject({ kind: 'bad' })
  })

  test('never throws', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        readLink(text)
        readLink(`#v1.${text}`)
        readLink(`#v1.2.a.7.1.r.${text}`)
      }),
      { numRuns: 500 },
    )
  })
})
