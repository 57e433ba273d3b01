/** What `import … from 'netsplit/cap-judge'` gives to a learner: small histories of one register. */
import { Node, type Request } from '../../kit/node.ts'

export { Node, type NodeId, type Request } from '../../kit/node.ts'

/** One operation as its client saw it. */
export interface Operation {
  /** Who called. A client calls one operation at a time. */
  readonly client: string
  readonly kind: 'read' | 'write'
  /**
   * What was to be written, or what a read that ended `ok` got: null is what the register holds at
   * first. Of no meaning for a read that ended otherwise.
   */
  readonly value: string | null
  /** When it was called. */
  readonly from: number
  /** When it returned; null when it never did, exactly for `info`. */
  readonly to: number | null
  readonly end: 'ok' | 'fail' | 'info'
}

/** @internal */
export interface Question {
  readonly op: 'judge'
  readonly history: readonly Operation[]
}

/** Is asked about one history after the other. You write `isPossible`, and no other method. */
export abstract class Judge extends Node<never, Question, boolean> {
  /**
   * Can one register have given these answers? True when there is an order of operations that
   * explains what every client saw, and that does not go against time.
   */
  abstract isPossible(history: readonly Operation[]): boolean

  /** @internal */
  override onRequest(request: Request<Question>): void {
    this.reply(request, this.isPossible(request.command.history))
  }
}
