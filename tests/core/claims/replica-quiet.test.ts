/** When replicas that agree must fall silent, on traces written by hand. */
import { expect, test } from 'vitest'
import { quietWhenEqual } from '#core'
import { judge } from '../../support/traces/judge.ts'

test('quiet-when-equal waits for the last request, and lets summaries pass', () => {
  const claim = quietWhenEqual({ type: 'Delta', withinMicros: 100_000 })
  const asked = '@50 liveness\n c1 asks n1 op=add element=a\n @100 n1 takes 1'
  for (const fine of [`${asked}\n @199 n1 sends n2 Delta`, `${asked}\n @900 n1 sends n2 Have`])
    expect(judge(claim, fine)).toBeUndefined()
  expect(judge(claim, '@900 n1 sends n2 Delta')).toBeUndefined()
  expect(judge(claim, `${asked}\n @201 n1 sends n2 Delta`)).toMatchObject({
    at: 'n1 sends n2 Delta',
    related: ['n1 takes 1'],
    nodes: ['n1', 'n2'],
  })
})
