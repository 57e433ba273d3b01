/** What a check claims, each with where it comes from. */
import type { ClaimSummary } from '#core'

export function ClaimList({ claims }: { readonly claims: readonly ClaimSummary[] }) {
  return (
    <>
      <p className="text-muted text-sm">In every run, after every event:</p>
      <ul className="mt-1.5 list-disc space-y-1.5 pl-4 text-sm">
        {claims.map(({ id, sentence, source }) => (
          <li key={id}>
            {sentence} <span className="text-muted text-xs">{source}</span>
          </li>
        ))}
      </ul>
    </>
  )
}
