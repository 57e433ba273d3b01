/** Sizes of panes as a browser kept them: anybody may have written there. */
import { expect, test } from 'vitest'
import { asSizes, DEFAULT_SIZES } from '#app/labs/_workspace/panes/arrangement.ts'

test('sizes come back as they were kept, each with its arrangement', () => {
  const kept = { ...DEFAULT_SIZES, code: { left: 22, code: 71 } }
  expect(asSizes(JSON.parse(JSON.stringify(kept)))).toEqual(kept)
})

test('what is no size is as it was at first', () => {
  const odd = { read: { left: 2, code: 'x' }, code: { left: 40 }, investigate: null }
  expect(asSizes(odd)).toEqual({
    read: DEFAULT_SIZES.read,
    code: { left: 40, code: DEFAULT_SIZES.code.code },
    investigate: DEFAULT_SIZES.investigate,
  })
  expect([null, 3, 'x', undefined].map(asSizes)).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ])
})
