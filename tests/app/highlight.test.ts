/** The colours of code where the editor is not loaded. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { highlight } from '../../app/labs/_editor/highlight.ts'
import { SOLUTION } from './learner-code.ts'

test('the pieces are the source, whatever it is', () => {
  const rejoined = (source: string) =>
    highlight(source)
      .map(({ text }) => text)
      .join('')
  expect(rejoined(SOLUTION)).toBe(SOLUTION)
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (source) => rejoined(source) === source))
  const parts = fc.constantFrom('// a', '/* b', '*/', "'c", '"', '`${x}`', '1_000', 'class', '\n')
  fc.assert(fc.property(fc.array(parts), (all) => rejoined(all.join(' ')) === all.join(' ')))
})

test('comments, strings, numbers and keywords are told apart', () => {
  const kinds = highlight("const late = 'never' // not 5\nreturn 42").map(
    ({ kind, text }) => `${kind} ${text.trim()}`,
  )
  expect(kinds.filter((piece) => piece !== 'plain ')).toEqual([
    'keyword const',
    'plain late =',
    "string 'never'",
    'comment // not 5',
    'keyword return',
    'number 42',
  ])
})
