/** The pattern of what a fault took away: links that are cut, operations without an answer. */

/** For the `defs` of a drawing; filled in by `url(#id)`. */
export function FaultHatching({ id }: { readonly id: string }) {
  return (
    <pattern
      id={id}
      width="7"
      height="7"
      patternUnits="userSpaceOnUse"
      patternTransform="rotate(45)"
    >
      <path d="M0 0v7" stroke="var(--fault)" strokeWidth="1.5" opacity="0.45" />
    </pattern>
  )
}
