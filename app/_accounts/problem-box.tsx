/** What went wrong before this page was opened. */
export function ProblemBox({ children }: { readonly children: string | undefined }) {
  if (children === undefined) return null
  return (
    <p role="alert" className="mb-6 rounded-md border border-violation p-4 text-sm leading-relaxed">
      {children}
    </p>
  )
}
