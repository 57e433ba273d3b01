/** The name with its sign: two nodes, and the link between them cut. */
export function Wordmark() {
  return (
    <span className="inline-flex items-center gap-2 font-semibold text-[1.0625rem] tracking-tight">
      <svg viewBox="0 0 32 20" className="h-4 w-auto" aria-hidden="true">
        <circle cx="5" cy="10" r="4.2" fill="currentColor" />
        <circle cx="27" cy="10" r="3.2" fill="none" stroke="currentColor" strokeWidth="2" />
        <path d="M9 10h3.5M19.5 10H23" stroke="currentColor" strokeWidth="2" />
        <path d="M18.5 2.5l-5 15" stroke="var(--accent)" strokeWidth="2.4" strokeLinecap="round" />
      </svg>
      Netsplit
    </span>
  )
}
