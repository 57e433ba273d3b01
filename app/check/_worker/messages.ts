/** What the page and the worker that reads and judges histories say to each other. */
import type { ReadHistory, ReadHistoryOptions } from '#core'
import type { Judgement, Question } from './judgement.ts'

/** A text and how to read it. */
export interface ReadRequest {
  readonly kind: 'read'
  readonly text: string
  readonly options: ReadHistoryOptions
}

/** Asks about the history that was read last. */
export interface JudgeRequest {
  readonly kind: 'judge'
  readonly question: Question
}

export type CheckRequest = ReadRequest | JudgeRequest

/** Where a text stops being a history, with the lines around it. */
export interface BadInput {
  readonly line: number
  readonly column: number
  readonly found: string
  readonly expected: string
  /** The line itself, or the part of a long one around the place. */
  readonly excerpt: string
  /** Where in the excerpt the place is, from 0. */
  readonly caret: number
}

export type CheckReply =
  | { readonly kind: 'read'; readonly read: ReadHistory }
  | { readonly kind: 'bad-input'; readonly problem: BadInput }
  /** Steps of the search, of all levels together. */
  | { readonly kind: 'progress'; readonly steps: number }
  | { readonly kind: 'judged'; readonly judgement: Judgement }
  /** The history does not fit the question; one sentence that says what to change. */
  | { readonly kind: 'refused'; readonly why: string }
  /** Netsplit itself failed. */
  | { readonly kind: 'broke-down'; readonly why: string }
