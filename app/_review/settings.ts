/** What a learner chose about their reviews. */
import type { Day } from './day.ts'

export interface Deadline {
  readonly day: Day
  /** Ids of topics; what is to be known by then. */
  readonly topics: readonly string[]
}

export interface ReviewSettings {
  /** Cards a day at most, new ones included. */
  readonly perDay: number
  /** New cards a day at most. */
  readonly newPerDay: number
  /** How likely a card shall be recalled when it is asked again. */
  readonly retention: number
  /** As in the IANA database. */
  readonly timeZone: string
  /** Topics whose cards take part although their lessons were not read. */
  readonly topics: readonly string[]
  readonly deadline?: Deadline | undefined
}

/** Twenty questions take about a quarter of an hour. */
export const DEFAULT_SETTINGS: ReviewSettings = {
  perDay: 20,
  newPerDay: 6,
  retention: 0.9,
  timeZone: 'UTC',
  topics: [],
}

export const PER_DAY_MAX = 100
export const RETENTION_MIN = 0.8
export const RETENTION_MAX = 0.95
