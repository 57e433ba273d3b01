import { expect, it } from 'vitest'
import { printable } from '#host/printable.ts'

it.each([
  ['plain text, ümläuts and 選挙', 'plain text, ümläuts and 選挙'],
  ['\u001b[2Jclear', '\\u{1b}[2Jclear'],
  ['two\nlines\r\nhere', 'two ⏎ lines ⏎ here'],
  ['over\rwritten', 'over\\u{d}written'],
  ['turned \u202e round', 'turned \\u{202e} round'],
  ['without \u200b\u2060\ufeff\u00ad width', 'without \\u{200b}\\u{2060}\\u{feff}\\u{ad} width'],
  ['arabic \u061c mark', 'arabic \\u{61c} mark'],
  ['a\u2028line', 'a\\u{2028}line'],
  ['seen by machines \u{e0041}', 'seen by machines \\u{e0041}'],
  ['half \ud800 a character', 'half \ufffd a character'],
])('%j becomes %j', (text, shown) => {
  expect(printable(text)).toBe(shown)
})
