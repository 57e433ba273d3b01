/** From one seed of a check and a script to the scenario that is to be run. */
import {
  applyRunScript,
  type Check,
  type HandStep,
  handSteps,
  readRunScript,
  type Scenario,
  type ScriptProblem,
} from '#core'
import type { SeedScript } from './messages.ts'

export type ReadSeedScript =
  | {
      readonly kind: 'scenario'
      /** The scenario of the check, and the same as the script changes it. */
      readonly base: Scenario
      readonly scenario: Scenario
      /** What is picked by hand; empty for a run that goes by itself. */
      readonly steps: readonly HandStep[]
    }
  | { readonly kind: 'problems'; readonly problems: readonly ScriptProblem[] }

/** Never throws for what somebody typed. */
export function readSeedScript(check: Check, { seed, script, until }: SeedScript): ReadSeedScript {
  const base = check.scenario(seed)
  const alone: readonly HandStep[] =
    until === undefined ? [] : [{ kind: 'run-until', event: until }]
  if (script === undefined) return { kind: 'scenario', base, scenario: base, steps: alone }
  const { lines, problems } = readRunScript(script, base)
  if (problems.length > 0) return { kind: 'problems', problems }
  return {
    kind: 'scenario',
    base,
    scenario: applyRunScript(base, lines),
    steps: until === undefined ? handSteps(lines) : alone,
  }
}
