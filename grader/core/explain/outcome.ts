/**
 * The ends of a run that a story can be told of, and their headlines: what should have held,
 * what happened instead, and a question to think about. No trace is needed for these.
 */
import type { Claim, Violation } from '../check/claim.ts'
import type { EventId, Micros, NodeId } from '../trace/event.ts'
import { plain } from './plain-text.ts'

/** What a story needs of a claim: the parts that everybody may know. */
export type ToldClaim = Pick<Claim, 'id' | 'sentence' | 'ask'>

/** How a run ended; what is written to a submission fits in here too. */
export type ToldOutcome =
  | {
      readonly kind: 'claim-broken'
      readonly claimId: string
      readonly violation: Violation
    }
  | {
      readonly kind: 'threw'
      readonly node: NodeId
      readonly name: string
      readonly message: string
      /** In the learner's text, from 1; 0 when unknown. */
      readonly line: number
      readonly column: number
      readonly event: EventId
    }
  | {
      readonly kind: 'over-budget'
      readonly budget: string
      readonly limit: number
      readonly at: Micros
      readonly event: EventId
    }
  | { readonly kind: 'not-deterministic'; readonly event: EventId }

export interface Headline {
  /** What should have held, as one sentence. */
  readonly claim: string
  /** What happened instead, as one sentence with the names and numbers of this run. */
  readonly what: string
  /** A question that leads to the cause and does not give it away. */
  readonly ask: string
}

const SENTENCE_LENGTH_MAX = 400

/**
 * The first lines of a story.
 * @param claim the claim that broke, where one did
 */
export function headlineOf(
  outcome: ToldOutcome,
  claim: ToldClaim | undefined,
  seed: number,
): Headline {
  const { what, ...rest } = headline(outcome, claim, seed)
  return { ...rest, what: plain(what, SENTENCE_LENGTH_MAX) }
}

function headline(outcome: ToldOutcome, claim: ToldClaim | undefined, seed: number): Headline {
  switch (outcome.kind) {
    case 'claim-broken':
      return {
        claim: claim?.sentence ?? `The claim “${outcome.claimId}” holds.`,
        what: outcome.violation.message,
        ask: claim?.ask ?? 'Which of these events should not have been possible?',
      }
    case 'threw':
      return {
        claim: 'A handler returns; it does not throw.',
        what: `On ${outcome.node}: ${outcome.name}: ${outcome.message}`,
        ask: 'What had this node been told by then, and what did the line expect to find?',
      }
    case 'over-budget':
      return {
        claim: 'A node does a bounded amount of work for each thing that happens.',
        what: overBudget(outcome.budget, outcome.limit),
        ask: 'What does each of these events cause, and where should that come to an end?',
      }
    case 'not-deterministic':
      return {
        claim: 'The same code and the same seed give the same run.',
        what: `Two runs with seed ${seed} differed first at event ${outcome.event}.`,
        ask: 'What does your code remember outside of the object: in a variable of the file, or on a global?',
      }
  }
}

function overBudget(budget: string, limit: number): string {
  const count = grouped(limit)
  switch (budget) {
    case 'events per instant':
      return `More than ${count} events at one instant: time stood still. A timer of 0 ms that sets itself again does that.`
    case 'effects per call':
      return `One handler call asked for more than ${count} things.`
    case 'bytes per call':
      return `One handler call sent or wrote more than ${count} bytes.`
    case 'messages in flight':
      return `More than ${count} messages were under way at once: they cause each other faster than they arrive.`
    case 'bytes in flight':
      return `More than ${count} bytes were under way at once.`
    case 'bytes on disk':
      return `One node kept more than ${count} bytes on its disk.`
    case 'timers':
      return `One node had more than ${count} timers running at once.`
    default:
      return `The run reached its bound of ${count} ${budget}.`
  }
}

/** `10,000`: digits in groups of three, in every language. */
function grouped(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',')
}
