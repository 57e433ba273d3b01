/**
 * What the content build writes of questions: `questions.json` may be shown before an answer,
 * `question-answers.json` is read on the server only. Markdown has become HTML in both. Options
 * and items are shuffled, always the same way, and named by their words: their order and their
 * names tell nothing.
 */
import type { Json } from '#core'
import type { FlashCard, Misconception, Topic } from './question.ts'
import type { GoalPart } from './question-runs.ts'

/** HTML made from Markdown of ours at build time; may be set as it is. */
export type Html = string

interface PublicBase {
  readonly id: string
  readonly topic: Topic
  readonly lesson: string
  /** Of a heading in the lesson. */
  readonly section?: string
  readonly futureLesson?: string
  readonly difficulty: 1 | 2 | 3
  readonly prompt: Html
  /** The prompt without marks, for lists and titles. */
  readonly title: string
}

export interface PublicOption {
  readonly id: string
  readonly text: Html
}

interface WithOptions {
  readonly options: readonly PublicOption[]
}

export type PublicQuestion = PublicBase &
  (
    | ({ readonly kind: 'choice' | 'choices' | 'outcome' | 'explain' } & Partial<WithOptions>)
    | ({
        readonly kind: 'classify'
        readonly subject: {
          readonly system: string
          readonly operation: string
          readonly setting: string
        }
      } & WithOptions)
    | { readonly kind: 'order'; readonly items: readonly PublicOption[] }
    | { readonly kind: 'bug'; readonly code: string; readonly lines: readonly CodeLine[] }
    | {
        readonly kind: 'cut'
        readonly goal: Html
        readonly nodes: readonly CutNode[]
        /** `n1->n2`. */
        readonly links: readonly string[]
      }
    | { readonly kind: 'number'; readonly unit: string; readonly units: readonly string[] }
    | ({ readonly kind: 'claim' } & PublicHistory)
    | {
        readonly kind: 'design'
        readonly minutes: 20 | 45
        readonly parts: readonly {
          readonly id: string
          readonly step: string
          readonly prompt: Html
        }[]
      }
  )

export interface CodeLine {
  /** From 1. */
  readonly number: number
  readonly text: string
  /** Highlighted. */
  readonly html: Html
}

export interface CutNode {
  readonly id: string
  readonly name: string
  /** From 0 to 100. */
  readonly x: number
  readonly y: number
}

interface PublicHistory {
  /** A model of core, or `transactions`. */
  readonly object: 'register' | 'kv' | 'transactions'
  readonly initial: Json
  /** JSON lines for `readHistory` of core; times are milliseconds. */
  readonly history: string
  /** Levels of core with their names and sentences; any number of them may be broken, or none. */
  readonly claims: readonly {
    readonly id: string
    readonly name: string
    readonly sentence: string
  }[]
}

interface AnswerBase {
  readonly id: string
  readonly explanation: Html
  readonly sources: readonly {
    readonly title: string
    readonly url: string
    readonly for: string
  }[]
  /** Ids of all misconceptions that the question knows. */
  readonly misconceptions: readonly string[]
  readonly labClaims: readonly string[]
}

export interface KeyOption {
  readonly id: string
  readonly isRight: boolean
  readonly why: Html
  readonly misconception?: string
}

export interface RubricPoint {
  readonly point: Html
  readonly listensFor: Html
}

export interface WeakAnswer {
  readonly answer: Html
  readonly why: Html
  readonly misconception: string
}

export type AnswerKey = AnswerBase &
  (
    | { readonly kind: 'choice' | 'choices' | 'classify'; readonly options: readonly KeyOption[] }
    | {
        readonly kind: 'outcome'
        readonly options: readonly KeyOption[]
        /** Of the registry of figures, or of that of question runs: `runs/name`. */
        readonly run: string
        readonly choice: Readonly<Record<string, string>>
      }
    | OrderKey
    | BugKey
    | CutKey
    | NumberKey
    | {
        readonly kind: 'claim'
        readonly claims: readonly {
          readonly id: string
          readonly isBroken: boolean
          readonly why: Html
          readonly misconception?: string
        }[]
      }
    | {
        readonly kind: 'explain'
        readonly rubric: readonly RubricPoint[]
        readonly model: Html
        readonly weak: WeakAnswer
      }
    | {
        readonly kind: 'design'
        readonly parts: readonly {
          readonly id: string
          readonly rubric: readonly RubricPoint[]
          readonly notes: Html
        }[]
        readonly lessons: readonly string[]
        /** Where weak, strong and senior answers stand, for a classic question. */
        readonly answers?: { readonly lesson: string; readonly section: string }
        readonly weak: WeakAnswer
      }
  )

export interface OrderKey {
  readonly kind: 'order'
  /** Ids of the items in one right order. */
  readonly order: readonly string[]
  readonly before: readonly {
    readonly first: string
    readonly then: string
    readonly why: Html
  }[]
  readonly misconception?: string
}

export interface BugKey {
  readonly kind: 'bug'
  /** Numbers of lines, from 1. */
  readonly bugLines: readonly number[]
  readonly misconception: string
  readonly tempting: readonly { readonly line: number; readonly why: Html }[]
}

export interface CutKey {
  readonly kind: 'cut'
  readonly nodes: readonly string[]
  readonly links: readonly string[]
  readonly goalParts: readonly GoalPart[]
  readonly example: readonly string[]
  readonly tempting: readonly {
    readonly links: readonly string[]
    readonly why: Html
    readonly misconception?: string
  }[]
}

export interface NumberKey {
  readonly kind: 'number'
  readonly value: number
  readonly unit: string
  readonly tolerance: { readonly absolute: number } | { readonly relative: number }
  /** Size of each other unit in `unit`. */
  readonly units: Readonly<Record<string, number>>
  readonly common: readonly {
    readonly value: number
    readonly why: Html
    readonly misconception: string
  }[]
}

/** A flash card with its Markdown made HTML. */
export type CompiledCard = Omit<FlashCard, 'front' | 'back'> & {
  readonly front: Html
  readonly back: Html
}

/** `questions.json`: nothing in it gives an answer away. */
export interface CompiledQuestions {
  readonly questions: readonly PublicQuestion[]
}

/** `question-answers.json`: for the server only. */
export interface CompiledAnswers {
  readonly answers: Readonly<Record<string, AnswerKey>>
  readonly misconceptions: readonly Misconception[]
  readonly cards: readonly CompiledCard[]
}
