/**
 * Delivery choices: what the network decided for one message. Random by default; a
 * scenario may settle them one by one, which is how a run is made smaller ("only this
 * message has to be late") and how a person asks "what if this one had arrived?".
 */
import type { Micros, NodeId } from '../trace/event.ts'

/** What becomes of a message on a link that no cut and no clog stands in. */
export type Fate =
  | { readonly kind: 'lost' }
  /** Delivered once for each delay, counted from the send. */
  | { readonly kind: 'delivered'; readonly delaysMicros: readonly Micros[] }

/** What a node that plays the network chooses for a message: it arrives after so long, or never. */
export type ChosenFate = { readonly delayMicros: Micros } | 'lost'

/**
 * The fate of the `index`-th message (from 1) that is sent on a directed link. Counting
 * by link keeps the name of a message when other links carry more or fewer.
 */
export interface DeliveryChoice {
  readonly from: NodeId
  readonly to: NodeId
  readonly index: number
  readonly fate: Fate
}
