/** What the list of attempts remembers of a browser run. */
import type { CheckState, RunReport } from '../../../_run/run-report.ts'
import { BROKEN_LENGTH_MAX, type RunToRecord } from './attempt-view.ts'
import { brokenSentence } from './broken-sentence.ts'

export type RunSummary = Omit<RunToRecord, 'labId' | 'stepId'>

/** Undefined for a run that did not end by itself: it says nothing about the code. */
export function summarizeRun({ phase, checks, source }: RunReport): RunSummary | undefined {
  if (phase.kind === 'does-not-compile') {
    const [problem] = phase.problems
    const broken = problem === undefined ? '' : `Line ${problem.line}: ${problem.message}`
    return {
      source,
      outcome: 'does-not-compile',
      checksPassed: 0,
      checksTotal: checks.length,
      broken: broken.slice(0, BROKEN_LENGTH_MAX),
    }
  }
  if (phase.kind !== 'finished') return undefined
  const states = checks.map(({ state }) => state)
  const checksPassed = states.filter((state) => verdictOf(state) === 'pass').length
  const first = checks.find(({ state }) => !['pass', 'none'].includes(verdictOf(state)))
  return {
    source,
    outcome: outcomeOf(states),
    checksPassed,
    checksTotal: checks.length,
    broken: first === undefined ? '' : brokenOf(first).slice(0, BROKEN_LENGTH_MAX),
  }
}

function verdictOf(state: CheckState): 'pass' | 'fail' | 'unknown' | 'none' {
  if (state.kind === 'done') return state.result.verdict
  return state.kind === 'never-returned' ? 'fail' : 'none'
}

function outcomeOf(states: readonly CheckState[]): RunSummary['outcome'] {
  const verdicts = states.map(verdictOf)
  if (verdicts.includes('fail')) return 'failed'
  return verdicts.every((verdict) => verdict === 'pass') ? 'passed' : 'unknown'
}

function brokenOf({ check, state }: RunReport['checks'][number]): string {
  if (state.kind === 'never-returned') return 'A handler ran for seconds without coming back.'
  return state.kind === 'done' ? brokenSentence(state.result, check.claims) : ''
}
