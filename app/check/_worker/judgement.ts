/** What is asked about a history, and the answer: one verdict for each level of consistency. */
import type { HistoryStory, HistoryVerdict, Json } from '#core'

export interface Question {
  /** Id of a model of core, or `transactions`. */
  readonly model: string
  /** What every object holds at first. */
  readonly initial: Json
  /** Steps of search for each level; beyond them the answer is `unknown`. */
  readonly stepsMax: number
}

export interface JudgedLevel {
  readonly id: string
  readonly name: string
  /** What the level promises, in one sentence. */
  readonly promise: string
  readonly verdict: HistoryVerdict
  /** The name of the level whose verdict settled this one too, if it was not judged itself. */
  readonly followsFrom: string | undefined
  /** Of a failure that was found at this level. */
  readonly story: HistoryStory | undefined
}

export interface Judgement {
  /** From the strongest to the weakest. */
  readonly levels: readonly JudgedLevel[]
  /** Ids of the strongest levels in which nothing wrong was found. */
  readonly strongest: readonly string[]
  /** Id of the failed level whose story tells most about what went wrong. */
  readonly telling: string | undefined
}
