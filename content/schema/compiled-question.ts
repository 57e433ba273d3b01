/**
 * What the content build writes of questions: `questions.json` may be shown before an answer,
 * `question-answers.json` is read on the server only. Markdown has become HTML in both. Options
 * and items are shuffled, always the same way, and named by their words: their order and their
 * names tell nothing.
 */
import type { Json } from '#core'
import type { FlashCard, Misconception, QuestionKind, Topic } from './question.ts'
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

/** What each kind shows before an answer. */
export interface PublicParts {
  choice: { readonly options: readonly PublicOption[] }
  choices: { readonly options: readonly PublicOption[] }
  outcome: { readonly options: readonly PublicOption[] }
  classify: {
    readonly subject: {
      readonly system: string
      readonly operation: string
      readonly setting: string
    }
    readonly options: readonly PublicOption[]
  }
  order: { readonly items: readonly PublicOption[] }
  bug: { readonly code: string; readonly lines: readonly CodeLine[] }
  cut: {
    readonly goal: Html
    readonly nodes: readonly CutNode[]
    /** `n1->n2`. */
    readonly links: readonly string[]
  }
  number: { readonly unit: string; readonly units: readonly string[] }
  claim: PublicHistory
  explain: object
  design: {
    readonly minutes: 20 | 45
    readonly parts: readonly {
      readonly id: string
      readonly step: string
      readonly prompt: Html
    }[]
  }
}

/** Everything about a question that may reach a browser before its answer is given. */
export type PublicQuestion = {
  [Kind in QuestionKind]: PublicBase & { readonly kind: Kind } & PublicParts[Kind]
}[QuestionKind]

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

interface OptionsKey {
  readonly options: readonly KeyOption[]
}

/** What decides an answer of each kind, and what is shown after it. */
export interface KeyParts {
  choice: OptionsKey
  choices: OptionsKey
  classify: OptionsKey
  outcome: OptionsKey & {
    /** Of the registry of figures, or of that of question runs: `runs/name`. */
    readonly run: string
    readonly choice: Readonly<Record<string, string>>
  }
  order: OrderKey
  bug: BugKey
  cut: CutKey
  number: NumberKey
  claim: {
    readonly claims: readonly {
      readonly id: string
      readonly isBroken: boolean
      readonly why: Html
      readonly misconception?: string
    }[]
  }
  explain: {
    readonly rubric: readonly RubricPoint[]
    readonly model: Html
    readonly weak: WeakAnswer
  }
  design: {
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
}

/** For the server only. */
export type AnswerKey = {
  [Kind in QuestionKind]: AnswerBase & { readonly kind: Kind } & KeyParts[Kind]
}[QuestionKind]

export interface OrderKey {
  /** Ids of the items in one right order. */
  readonly order: readonly string[]
  readonly before: readonly {
    readonly first: string
    readonly second: string
    readonly why: Html
  }[]
  readonly misconception?: string
}

export interface BugKey {
  /** Numbers of lines, from 1. */
  readonly bugLines: readonly number[]
  readonly misconception: string
  readonly tempting: readonly { readonly line: number; readonly why: Html }[]
}

export interface CutKey {
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
