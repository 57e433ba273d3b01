/**
 * Golden traces: the reference solution's run of one seed of each step's first check, as
 * reviewed text. A change here is a change of what learners see; REWRITE=1 writes it anew.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type Check, describeEvent, formatSeconds, runSeed, WorldView } from '#core'
import { FunctionHost } from '#kit/function-host.ts'
import type { Lab } from '#kit/lab.ts'
import { compileSolution, readCorpus } from '../../scripts/power/lab-corpus.ts'

const SEED = 1
/** The hash speaks for the rest of a long run. */
const LINES_MAX = 120
/** What happens in the run, without the beating of the heart. */
const EVERYDAY = ['set-timer', 'timer', 'cancel-timer', 'sync', 'write']

function narrate(code: string, lab: Lab, check: Check): string {
  const host = new FunctionHost(code, lab.modules)
  const { trace, result } = runSeed({ check, seed: SEED, host, keepTrace: true })
  if (trace === undefined) throw new Error('the trace was asked for')
  const view = new WorldView(trace.header)
  const lines = [`${check.title}, seed ${SEED}: ${result.eventCount} events, ${result.traceHash}`]
  for (const event of trace.events) {
    view.fold(event)
    if (EVERYDAY.includes(event.kind)) continue
    const sentence = describeEvent(event, view)
    if (!/AppendEntries/.test(sentence)) lines.push(`${formatSeconds(event.at)}  ${sentence}`)
  }
  const rest = lines.length - LINES_MAX
  if (rest > 0) lines.splice(LINES_MAX, rest, `… and ${rest} lines more`)
  return `${lines.join('\n')}\n`
}

describe.each(await readCorpus())('$lab.id/$step.id', ({ lab, step, solution }) => {
  const code = compileSolution(solution)
  test.each(step.visible.slice(0, 1))('$id', (check) => {
    const file = join(import.meta.dirname, 'golden', `${lab.id}-${step.id}-${check.id}.txt`)
    const actual = narrate(code, lab, check)
    if (process.env.REWRITE === '1') writeFileSync(file, actual)
    expect(existsSync(file), `${file} is missing: run with REWRITE=1 and review it`).toBe(true)
    expect(actual).toBe(readFileSync(file, 'utf8'))
  })
})
