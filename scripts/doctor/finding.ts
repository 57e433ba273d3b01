/** One line of `npm run doctor`. */
export interface Finding {
  readonly subject: string
  readonly isGood: boolean
  readonly detail: string
}
