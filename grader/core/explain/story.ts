/**
 * The story of a failing run: the claim, what broke it, at most five dated steps that show
 * how it came about, the learner's line, and a question that gives no answer away. It is
 * plain text, the same for pages, screen readers and instructors.
 */
import type { Violation } from '../check/claim.ts'
import type { EventId, Micros, Trace } from '../trace/event.ts'
import { WorldView } from '../trace/world-view.ts'
import { chooseEvents } from './choose-events.ts'
import { describeEvent, formatSeconds } from './describe-event.ts'
import { type EventLine, lineOfEvent, type Place } from './learner-lines.ts'
import { headlineOf, type ToldClaim, type ToldOutcome } from './outcome.ts'
import { plain } from './plain-text.ts'
import { Scene } from './scene.ts'
import { wordingOf } from './wording/claims.ts'
import { endingOf } from './wording/endings.ts'
import type { Culprit, Wording } from './wording/wording.ts'

export interface StoryStep {
  readonly event: EventId
  readonly atMicros: Micros
  /** One plain sentence without a full stop, of at most `STEP_LENGTH_MAX` characters. */
  readonly text: string
}

/** The line of the learner's text that produced the decisive effect, and where in it. */
export interface LearnerLine extends Place {
  /** The line itself, without its indent; empty when the text is not at hand. */
  readonly text: string
}

export interface Story {
  /** What should have held, as one sentence. */
  readonly claim: string
  /** What happened instead, as one sentence with the names and numbers of this run. */
  readonly what: string
  /** At most five, in order of time; the last one is where it broke. */
  readonly steps: readonly StoryStep[]
  readonly line?: LearnerLine
  /** One question; it gives no answer away. */
  readonly ask: string
  /** Slug of a lesson to read. */
  readonly lesson?: string
}

export interface StoryOptions {
  /** The run, up to the event that broke it. */
  readonly trace: Trace
  readonly outcome: ToldOutcome
  /** The claim that broke, where one did. */
  readonly claim?: ToldClaim | undefined
  /** The learner's text and what is known of its lines, in the learner's own positions. */
  readonly code?: { readonly source: string; readonly lines: readonly EventLine[] } | undefined
  readonly lesson?: string | undefined
}

/** The most characters of one step. */
export const STEP_LENGTH_MAX = 160
const LINE_LENGTH_MAX = 120

/** Tells the story of a run that did not pass. */
export function tellStory(options: StoryOptions): Story {
  const { trace, outcome, claim, lesson } = options
  const scene = new Scene(trace)
  const wording = outcome.kind === 'claim-broken' ? wordingOf(outcome.claimId) : endingOf(outcome)
  const violation = violationOf(outcome, scene)
  const line = lineBehind(options, wording, violation, scene)
  return {
    ...headlineOf(outcome, claim, trace.header.seed),
    steps: tellSteps(scene, wording, violation),
    ...(line === undefined ? {} : { line }),
    ...(lesson === undefined ? {} : { lesson }),
  }
}

/** Other ends are told like a broken claim about the node at which the run ended. */
function violationOf(outcome: ToldOutcome, scene: Scene): Violation {
  if (outcome.kind === 'claim-broken') return outcome.violation
  const { event: id } = outcome
  // A run that reached a bound is followed by nothing but the event that says so.
  const last = scene.event(id)?.kind === 'end' ? id - 1 : id
  const event = scene.event(last)
  const node = event !== undefined && 'node' in event ? [event.node] : []
  return { event: last, message: '', related: [], nodes: node }
}

function tellSteps(scene: Scene, wording: Wording, violation: Violation): readonly StoryStep[] {
  const { header, events } = scene.trace
  const chosen = chooseEvents(scene, wording, violation)
  const wanted = new Set(chosen)
  const last = chosen.at(-1) ?? -1
  const view = new WorldView(header)
  const steps: StoryStep[] = []
  for (const event of events.slice(0, last + 1)) {
    view.fold(event)
    if (!wanted.has(event.id)) continue
    const text = wording.tell(event, { view, scene, violation }) ?? describeEvent(event, view)
    steps.push({ event: event.id, atMicros: event.at, text: plain(text, STEP_LENGTH_MAX) })
  }
  return steps
}

/** The learner's line behind the event that broke it, where one is known. */
function lineBehind(
  { outcome, code }: StoryOptions,
  wording: Wording,
  violation: Violation,
  scene: Scene,
): LearnerLine | undefined {
  if (outcome.kind === 'threw') {
    const { line, column } = outcome
    return line === 0 ? undefined : { line, column, text: textAt(code?.source, line) ?? '' }
  }
  if (code === undefined) return undefined
  const { culprit: blame = ({ event }: Violation) => ({ event }) } = wording
  const culprit: Culprit | undefined = blame(violation, scene)
  const place = culprit && lineOfEvent(code.lines, culprit.event, culprit.field)
  const text = place && textAt(code.source, place.line)
  return text === undefined || place === undefined ? undefined : { ...pick(place), text }
}

function pick({ line, column }: Place): Place {
  return { line, column }
}

function textAt(source: string | undefined, line: number): string | undefined {
  const text = source?.split('\n')[line - 1]
  return text === undefined ? undefined : plain(text.trim(), LINE_LENGTH_MAX)
}

/** The whole story as text: for a terminal, a file, a message to a tutor. */
export function printStory(story: Story): string {
  const { claim, what, steps, line, ask, lesson } = story
  const dated = steps.map(
    ({ atMicros, text }, index) => `  ${index + 1}. ${formatSeconds(atMicros)}  ${text}`,
  )
  return [
    claim,
    what,
    ...dated,
    ...(line === undefined ? [] : [printLine(line)]),
    `Ask yourself: ${ask}`,
    ...(lesson === undefined ? [] : [`Lesson: ${lesson}`]),
    '',
  ].join('\n')
}

function printLine({ line, column, text }: LearnerLine): string {
  const place = `Your code, line ${line}, column ${column}`
  return text === '' ? place : `${place}: ${text}`
}
