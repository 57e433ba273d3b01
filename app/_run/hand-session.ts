/** A run by hand inside the worker: takes steps, takes them back, and tells how it stands. */
import {
  ByHand,
  type Check,
  type EventId,
  encodeEvent,
  encodeHeader,
  type HandStep,
  playByHand,
  printHandSteps,
  printRunScript,
  type Scenario,
} from '#core'
import type { HandCommand, SeedScript } from './messages.ts'
import type { RunStepParts } from './run-step.ts'
import { readSeedScript } from './seed-script.ts'

type Parts = Pick<RunStepParts, 'newHost' | 'tell'>

/**
 * Begins a run by hand and tells how it stands; the function that it returns carries out one
 * command. Undefined when the script cannot be read, which is told instead.
 */
export function beginByHand(
  check: Check,
  ref: SeedScript,
  parts: Parts,
): ((command: HandCommand) => void) | undefined {
  const read = readSeedScript(check, ref)
  if (read.kind === 'problems') {
    parts.tell({ kind: 'script-problems', problems: read.problems })
    return undefined
  }
  const session = new HandSession(check, { ...read, seed: ref.seed }, parts)
  session.begin(read.steps)
  return (command) => session.carryOut(command)
}

interface Setting {
  readonly base: Scenario
  readonly scenario: Scenario
  readonly seed: number
}

class HandSession {
  readonly #check: Check
  readonly #setting: Setting
  readonly #parts: Parts
  #run: ByHand
  #steps: HandStep[] = []
  /** How many events the page knows. */
  #told: EventId = 0

  constructor(check: Check, setting: Setting, parts: Parts) {
    this.#check = check
    this.#setting = setting
    this.#parts = parts
    this.#run = new ByHand(this.#options())
  }

  begin(steps: readonly HandStep[]): void {
    this.#tell(this.#play(steps))
  }

  carryOut(command: HandCommand): void {
    if (command.kind === 'undo') {
      this.#tell(this.#play(this.#steps.slice(0, -1)))
      return
    }
    const isTaken = this.#run.take(command.step)
    if (isTaken) this.#steps.push(command.step)
    this.#tell(isTaken ? undefined : command.step)
  }

  /** Plays from the beginning; returns the step that could not be taken. */
  #play(steps: readonly HandStep[]): HandStep | undefined {
    const { run, stuckAt } = playByHand(this.#options(), steps)
    this.#run = run
    this.#told = 0
    this.#steps = steps.slice(0, stuckAt)
    return stuckAt === undefined ? undefined : steps[stuckAt]
  }

  #options() {
    const { scenario, seed } = this.#setting
    return { scenario, seed, claims: this.#check.claims, host: this.#parts.newHost() }
  }

  #tell(refused: HandStep | undefined): void {
    const { base, scenario } = this.#setting
    const { outcome, hasEnded, header, trace } = this.#run
    const from = this.#told
    this.#told = trace.events.length
    this.#parts.tell({
      kind: 'hand',
      from,
      trace: encodeHeader(header) + trace.events.slice(from).map(encodeEvent).join(''),
      choices: this.#run.choices(),
      hasEnded,
      stepCount: this.#steps.length,
      script: printRunScript(scenario, base) + printHandSteps(this.#steps),
      ...(outcome === undefined ? {} : { outcome }),
      ...(refused === undefined ? {} : { refused: printHandSteps([refused]).trimEnd() }),
    })
  }
}
