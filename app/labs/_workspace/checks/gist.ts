/** What is particular to a check, in a line: the claims that not every check of its step has. */
import type { ClaimSummary } from '#core'

interface WithClaims {
  readonly claims: readonly ClaimSummary[]
}

/** Sentences shown of one check; the rest are counted. */
const SENTENCES_MAX = 2

/** `A healthy cluster elects a leader within two seconds. · and 8 more claims` */
export function gistOf({ claims }: WithClaims, all: readonly WithClaims[]): string {
  const isEverywhere = ({ id }: ClaimSummary) =>
    all.every((check) => check.claims.some((claim) => claim.id === id))
  const own = all.length < 2 ? claims : claims.filter((claim) => !isEverywhere(claim))
  // Where all checks claim the same, what differs is their scenario, which the title tells.
  const shown = (own.length === 0 ? claims : own).slice(0, SENTENCES_MAX)
  const rest = claims.length - shown.length
  const more = rest === 0 ? [] : [`and ${rest} more`]
  return [...shown.map(({ sentence }) => sentence), ...more].join(' · ')
}
