/**
 * What a figure is made of, kind by kind. A figure is data beside its lesson, in
 * `content/lessons/<slug>/<name>.figure.ts`, exported as `figure`; its drawing is in
 * `app/_viz/figures/<kind>`. Nothing here draws, and nothing that a figure says is written by
 * hand: a test holds each claim (`expected`) against the run or the checker that it is about.
 */
import type { Json, Scenario, Trace } from '#core'
import type { NodeClass } from '#systems/class-host.ts'
import type { FigureHistory, LevelName } from './figure-history.ts'
import type {
  QuadrantsFigure,
  QuorumFigure,
  RttMapFigure,
  SlopeFigure,
  TimeoutPlotFigure,
} from './figure-measured.ts'
import type { Option } from './figure-option.ts'

/** What the reader may set, as ids of options by the id of their control. */
export type Choices = Readonly<Record<string, string>>

/** One question with a few answers, drawn as radio buttons. */
export interface Control {
  /** The field of the choice that it sets. */
  readonly id: string
  readonly legend: string
  readonly options: readonly Option[]
}

/** What a trace says about one run. Every part of it is read out of the trace. */
export interface Told {
  /** Id of an option of `predict`. */
  readonly outcome: string
  /** One sentence: what happened. */
  readonly verdict: string
  /** One or two sentences: why. */
  readonly why: string
  readonly properties: readonly { readonly name: string; readonly holds: boolean }[]
  readonly measures?: readonly { readonly name: string; readonly value: string }[]
  /** Numbers of operations to ring in the drawing: those that broke a promise. */
  readonly marks?: readonly number[]
}

/** Fields that a node shows (`watched`), by name, as they are at one moment. */
export type WatchedFields = Readonly<Record<string, Json>>

/** A scenario with one or two knobs: predict, run, explain, compare. */
export interface RunFigure<Choice extends Choices = Choices> {
  readonly kind: 'run'
  /** Or a function of the choice in `nodeFor`, where the choice is one of protocols. */
  readonly node: NodeClass
  nodeFor?(choice: Choice): NodeClass
  /** Known to draw well. */
  readonly seed: number
  readonly controls: readonly [Control] | readonly [Control, Control]
  readonly first: Choice
  /** “Not sure” is added. */
  readonly predict: { readonly question: string; readonly options: readonly Option[] }
  scenario(choice: Choice): Scenario
  tell(trace: Trace, choice: Choice): Told
  /** A word or two on the arrow of a message; empty: the arrow stays without a label. */
  messageLabel(body: string): string
  /** What a client asks, on its bar: `write 42`. Without it `{kind, key, value}` is spelt out. */
  commandLabel?(body: string): string
  /** What an `ok` answer says; the value itself when left out. */
  answerLabel?(body: string, command: string): string
  /** True for messages that would only clutter drawing and table, such as heartbeats. */
  isNoise?(body: string): boolean
  /** What stands in the box beside a node that shows these fields; empty: no box. */
  stateLabel?(state: WatchedFields): string
  /** Lanes from top to bottom; clients beside their nodes when left out. */
  readonly lanes?: readonly string[]
  /** End of the time axis, in microseconds; the end of the run when left out. */
  readonly untilMicros?: number
  /** Outcome by choice, options in the order of the controls: `{ 'answer,cut': '7' }`. All of them. */
  readonly expected: Readonly<Record<string, string>>
  /** For those who cannot see it: two to four sentences on what all runs together show. */
  readonly summary: string
}

/** Histories to judge: the reader drags the moments at which operations take effect. */
export interface TimelineFigure {
  readonly kind: 'timeline'
  /** `place`: the reader places moments; `judge`: says which levels hold; `read`: only looks. */
  readonly mode: 'place' | 'judge' | 'read'
  readonly question: string
  /** At least one; the reader goes from one to the next. */
  readonly histories: readonly FigureHistory[]
  readonly summary: string
}

/** The proof as a game: the reader is the node, then the network. Each side answers by a run. */
export interface ProofGameFigure<Choice extends Choices = Choices> {
  readonly kind: 'proof-game'
  /** Two controls: what the node does, what the network does. Its properties are C and A. */
  readonly run: RunFigure<Choice>
  readonly nodeControl: keyof Choice & string
  readonly networkControl: keyof Choice & string
  /** What each side knows when it has to choose, a sentence or two. */
  readonly asNode: string
  readonly asNetwork: string
  /** What remains when every strategy has lost. */
  readonly closing: string
  readonly summary: string
}

/** Statements that many believe; a run settles each. */
export interface MythsFigure {
  readonly kind: 'myths'
  readonly cards: readonly MythCard[]
  readonly summary: string
}

export interface MythCard {
  readonly id: string
  readonly statement: string
  readonly verdict: 'true' | 'false' | 'it depends'
  /** What is true instead, two or three sentences. */
  readonly instead: string
  /** The run that settles it: one choice of a run figure, and the outcome that it must have. */
  readonly run: RunFigure
  readonly choice: Choices
  readonly outcome: string
  /** Id of a source of the lesson. */
  readonly source: string
}

/** Consistency models, what implies what, and histories that tell them apart. */
export interface ConsistencyMapFigure {
  readonly kind: 'consistency-map'
  readonly models: readonly MapModel[]
  readonly summary: string
}

export interface MapModel {
  /** A level of core; its name, sentence, source and implications come from there. */
  readonly id: LevelName
  readonly availability: 'unavailable' | 'sticky' | 'total'
  /** What it feels like, in a sentence or two. */
  readonly plain: string
  /** A small history that the model allows; best one that the next stronger model forbids. */
  readonly allowed: FigureHistory
  /** A small history that it forbids. */
  readonly forbidden: FigureHistory
  /** Slug of the lesson on it, when there is one. */
  readonly lesson?: string
}

/** A procedure: questions that lead to a recommendation. */
export interface DecisionFigure {
  readonly kind: 'decision'
  /** Id of the first question. */
  readonly start: string
  readonly questions: Readonly<
    Record<
      string,
      {
        readonly text: string
        readonly help?: string
        /** `to`: id of a question or of an outcome. */
        readonly answers: readonly {
          readonly name: string
          readonly detail?: string
          readonly to: string
        }[]
      }
    >
  >
  readonly outcomes: Readonly<
    Record<string, { readonly title: string; readonly text: string; readonly example?: string }>
  >
  readonly summary: string
}

/** Replicas on the row of versions of one object, as a run goes on: who is how far behind. */
export interface VersionsFigure {
  readonly kind: 'versions'
  readonly run: RunFigure
  /** The number of the version that a node shows. */
  versionOf(state: WatchedFields): number
  readonly summary: string
}

/** The events of a run with their logical clocks: which came before which? */
export interface ClocksFigure {
  readonly kind: 'clocks'
  readonly shows: 'lamport' | 'vector'
  readonly run: RunFigure
  /** The choice that is drawn. */
  readonly choice: Choices
  readonly summary: string
}

export type Figure =
  | RunFigure
  | TimelineFigure
  | ProofGameFigure
  | MythsFigure
  | ConsistencyMapFigure
  | RttMapFigure
  | SlopeFigure
  | TimeoutPlotFigure
  | DecisionFigure
  | QuadrantsFigure
  | QuorumFigure
  | ClocksFigure
  | VersionsFigure
