/**
 * Stories of claims on traces written by hand (`golden/claims-*.txt`): a block names a claim,
 * then gives a trace that breaks it (see tests/support/traces), then the story.
 */
import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { printStory, tellStory } from '#core'
import { firstViolation } from '../../support/traces/judge.ts'
import { traceOf } from '../../support/traces/trace-script.ts'
import { runScript, scriptsIn } from '../datadriven.ts'
import { claimIds, claimOf } from './claims-by-id.ts'

const scripts = scriptsIn(join(import.meta.dirname, 'golden')).filter((file) =>
  basename(file).startsWith('claims-'),
)

function tellBlock(command: string): string {
  const [id = '', ...lines] = command.split('\n')
  const claim = claimOf(id)
  const { lines: _lines, ...trace } = traceOf(lines.join('\n'))
  const violation = firstViolation(claim, trace)
  if (violation === undefined) return 'holds'
  // A run stops where a claim breaks.
  const events = trace.events.slice(0, violation.event + 1)
  const outcome = { kind: 'claim-broken', claimId: id, violation } as const
  return printStory(tellStory({ trace: { ...trace, events }, outcome, claim }))
}

test.each(scripts)('%s', (file) => {
  expect(runScript(file, tellBlock)).toEqual([])
})

describe('every claim', () => {
  test('has a story in the golden files', () => {
    const told = scripts.flatMap((file) =>
      readFileSync(file, 'utf8')
        .split(/\n\n+/)
        .map((block) => block.split('\n').find((line) => !line.startsWith('#'))),
    )
    expect(claimIds.filter((id) => !told.includes(id))).toEqual([])
  })
})
