/** How a question tells the lesson around it that it was answered; elsewhere nobody listens. */

export interface AnsweredDetail {
  /** As of `questionId`. */
  readonly question: string
  readonly isRight: boolean
}

export const ANSWERED = 'netsplit-answered'

export function answered(detail: AnsweredDetail): CustomEvent<AnsweredDetail> {
  return new CustomEvent(ANSWERED, { detail, bubbles: true })
}
