/** What the page says about a submission at each stage. */
import { describe, expect, test } from 'vitest'
import type { SubmissionView } from '#app/_run/submission-view.ts'
import { noteOf } from '#app/labs/_workspace/checks/state-notes.ts'
import { statusOfSubmission } from '#app/labs/_workspace/checks/status-line.ts'

const QUEUED: SubmissionView = {
  id: 'one',
  state: 'queued',
  createdAt: '2026-01-01T00:00:00.000Z',
  position: 1,
  isGraderUp: true,
  seedsDone: 0,
  seedsTotal: 0,
}

function said(change: Partial<SubmissionView>): string {
  return statusOfSubmission({ ...QUEUED, ...change }).text
}

/** The short line and what it means. */
function told(change: Partial<SubmissionView>): string {
  const submission = { ...QUEUED, ...change }
  const { kind, text } = statusOfSubmission(submission)
  return `${text} ${noteOf(kind, { submission })}`
}

describe('a submission that waits', () => {
  test('is told its place, and promises no time that nobody knows', () => {
    expect(said({})).toBe('Next in the queue.')
    expect(said({ position: 7 })).toBe('In the queue: place 7.')
  })

  test.each([
    [900, 'a few seconds'],
    [5_000, 'a few seconds'],
    [12_000, 'about 20 seconds'],
    [50_000, 'about 50 seconds'],
    [51_000, 'about a minute'],
    [61_000, 'about 2 minutes'],
  ])('for %i ms is told: %s', (estimateMs, words) => {
    expect(said({ position: 2, estimateMs })).toBe(`In the queue: place 2, verdict in ${words}.`)
  })

  test('while no grader works is told that it is saved', () => {
    expect(told({ isGraderUp: false })).toMatch(
      /No grader is at work .* saved, and it is graded as soon/,
    )
  })
})

describe('a submission without a verdict', () => {
  test('that was superseded cost nothing', () => {
    expect(told({ state: 'superseded' })).toMatch(/newer submission .* cost you nothing/)
  })

  test('that we failed on is known to us, and its person may try again', () => {
    const change = { state: 'setAside', isGraderUp: false } as const
    expect(statusOfSubmission({ ...QUEUED, ...change }).tone).toBe('unknown')
    expect(told(change)).toMatch(/of ours .* know about it .* nothing is lost/)
  })
})

test('a verdict of a later lab version says so', () => {
  const verdict = { outcome: 'passed', message: '', checks: [], runsKept: [] } as const
  const regraded = { labVersion: 3, at: '2026-01-02T00:00:00.000Z' }
  expect(said({ state: 'graded', verdict })).not.toMatch(/again/)
  expect(said({ state: 'graded', verdict: { ...verdict, regraded } })).toMatch(
    /^Passed\. .* Graded again with lab version 3\.$/,
  )
})
