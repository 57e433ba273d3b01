/**
 * What the page knows: the text, what was read from it, and how far its judgement is. Every
 * change is an event, so that no two parts of the page can disagree.
 */
import type { ReadHistory } from '#core'
import type { Judgement, Question } from '../_worker/judgement.ts'
import type { BadInput, CheckReply } from '../_worker/messages.ts'

export type Reading =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'reading' }
  | { readonly kind: 'bad-input'; readonly problem: BadInput }
  | { readonly kind: 'read'; readonly read: ReadHistory }

export type Checking =
  | { readonly kind: 'idle' }
  | {
      readonly kind: 'checking'
      readonly question: Question
      readonly startedMs: number
      readonly steps: number
    }
  | { readonly kind: 'judged'; readonly question: Question; readonly judgement: Judgement }
  | { readonly kind: 'cancelled'; readonly steps: number }
  | { readonly kind: 'refused'; readonly why: string }

export interface BenchState {
  readonly reading: Reading
  readonly checking: Checking
  /** Netsplit itself failed; what it said. */
  readonly brokeDown: string | undefined
}

export type BenchEvent =
  | { readonly kind: 'cleared' }
  | { readonly kind: 'reading' }
  | { readonly kind: 'checking'; readonly question: Question; readonly startedMs: number }
  | { readonly kind: 'question-changed' }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'heard'; readonly reply: CheckReply }

const IDLE: Checking = { kind: 'idle' }

export const EMPTY_BENCH: BenchState = {
  reading: { kind: 'nothing' },
  checking: IDLE,
  brokeDown: undefined,
}

/** The state after an event. */
export function advanceBench(state: BenchState, event: BenchEvent): BenchState {
  switch (event.kind) {
    case 'cleared':
      return EMPTY_BENCH
    case 'reading':
      return { ...EMPTY_BENCH, reading: { kind: 'reading' } }
    case 'checking': {
      const { question, startedMs } = event
      const checking = { kind: 'checking', question, startedMs, steps: 0 } as const
      return { ...state, checking, brokeDown: undefined }
    }
    case 'question-changed':
      // A verdict belongs to its question.
      return { ...state, checking: IDLE }
    case 'cancelled':
      return state.checking.kind === 'checking'
        ? { ...state, checking: { kind: 'cancelled', steps: state.checking.steps } }
        : state
    case 'heard':
      return afterReply(state, event.reply)
  }
}

function afterReply(state: BenchState, reply: CheckReply): BenchState {
  const { checking } = state
  switch (reply.kind) {
    case 'read':
      return { ...state, reading: { kind: 'read', read: reply.read } }
    case 'bad-input':
      return { ...state, reading: { kind: 'bad-input', problem: reply.problem } }
    case 'progress':
      return checking.kind === 'checking'
        ? { ...state, checking: { ...checking, steps: reply.steps } }
        : state
    case 'judged':
      return checking.kind === 'checking'
        ? {
            ...state,
            checking: {
              kind: 'judged',
              question: checking.question,
              judgement: reply.judgement,
            },
          }
        : state
    case 'refused':
      return { ...state, checking: { kind: 'refused', why: reply.why } }
    case 'broke-down': {
      const reading = state.reading.kind === 'reading' ? EMPTY_BENCH.reading : state.reading
      return { reading, checking: IDLE, brokeDown: reply.why }
    }
  }
}
