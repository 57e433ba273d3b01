/** Parts of the pages of reviews: what words can do, lines that are chosen, coloured lines. */
import fc from 'fast-check'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { countLines } from '#app/_classes/reviews/comment-place.ts'
import { CodeListing } from '#app/classes/_review/code-listing.tsx'
import { InlineText } from '#app/classes/_review/inline-text.tsx'
import { chosenRange, moveChoice } from '#app/classes/_review/line-choice.ts'
import { criterionOf, draftOf, swapped } from '#app/classes/_review/rubric-draft.ts'
import { highlightLines } from '#app/labs/_editor/highlight-lines.ts'

describe('words of a comment', () => {
  test('are text, whatever they look like', () => {
    const words = '<img src=x onerror=alert(1)> `<b>code</b>` [a](javascript:alert(1))'
    const html = renderToStaticMarkup(<InlineText text={words} />)
    expect(html).not.toMatch(/<(img|b|a|script)\b/)
    expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;')
    expect(html).toMatch(/<code[^>]*>&lt;b&gt;code&lt;\/b&gt;<\/code>/)
  })

  test('never make an element beside the paragraph and its code', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('<', '>', '`', 'a', '/', '"', '&') }),
        (words) => {
          const html = renderToStaticMarkup(<InlineText text={words} />)
          expect(html.replace(/<\/?(p|code)( class="[^"]*")?>/g, '')).not.toMatch(/[<>]/)
        },
      ),
    )
  })
})

describe('coloured lines', () => {
  const sources = fc
    .array(fc.constantFrom('const a = 1', '/* two', 'lines */', "'text'", '`a', 'b`', '', '}'))
    .map((lines) => lines.join('\n'))

  test('are the lines of the source, also where a comment or text spans several', () => {
    fc.assert(
      fc.property(sources, (source) => {
        const lines = highlightLines(source).map((pieces) =>
          pieces.map(({ text }) => text).join(''),
        )
        expect(lines.join('\n')).toBe(source.replace(/\n$/, ''))
        expect(lines).toHaveLength(countLines(source))
      }),
    )
    expect(highlightLines('/* a\nb */')[1]?.[0]?.kind).toBe('comment')
  })

  test('have under them what belongs there', () => {
    const node = <p>Said here</p>
    const html = renderToStaticMarkup(
      <CodeListing label="Code" source={'first\nsecond\n'} under={[{ key: 'a', line: 1, node }]} />,
    )
    const at = (text: string) => html.indexOf(text)
    expect(at('first')).toBeLessThan(at('Said here'))
    expect(at('Said here')).toBeLessThan(at('second'))
  })
})

describe('lines that are chosen', () => {
  const move = (key: string, isMore = false) =>
    moveChoice({ at: 5, anchor: 5 }, key, { isMore, lines: 9 })

  test.each([
    ['ArrowDown', false, [6, 6]],
    ['ArrowDown', true, [5, 6]],
    ['ArrowUp', true, [4, 5]],
    ['End', true, [5, 9]],
    ['PageUp', false, [1, 1]],
  ] as const)('by %s, Shift: %s', (key, isMore, [firstLine, lastLine]) => {
    const choice = move(key, isMore)
    expect(choice && chosenRange(choice)).toEqual({ firstLine, lastLine })
  })

  test('leave other keys alone', () => {
    expect(move('Enter')).toBeUndefined()
    expect(move('n')).toBeUndefined()
  })

  test('stay within the code', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 40 }),
        fc.array(
          fc.tuple(fc.constantFrom('ArrowUp', 'ArrowDown', 'PageDown', 'Home'), fc.boolean()),
        ),
        (lines, keys) => {
          let choice = { at: 1, anchor: 1 }
          for (const [key, isMore] of keys)
            choice = moveChoice(choice, key, { isMore, lines }) ?? choice
          const { firstLine, lastLine } = chosenRange(choice)
          expect(firstLine).toBeGreaterThanOrEqual(1)
          expect(lastLine).toBeLessThanOrEqual(lines)
        },
      ),
    )
  })
})

describe('a rubric while it is typed', () => {
  const criterion = {
    id: 'c',
    title: 'Depth',
    scoring: 'add',
    points: 2.5,
    items: [{ id: 'i', title: 'Tests', points: 0.5 }],
  } as const

  test('is what it was when nothing is typed', () => {
    expect(criterionOf(draftOf(criterion))).toEqual(criterion)
  })

  test('has no points where nothing was typed', () => {
    const typed = { ...draftOf(criterion), points: ' ' }
    expect(criterionOf(typed).points).toBeNaN()
  })

  test('moves up by one, and the first stays', () => {
    expect(swapped(['a', 'b', 'c'], 2)).toEqual(['a', 'c', 'b'])
    expect(swapped(['a', 'b'], 0)).toEqual(['a', 'b'])
  })
})
