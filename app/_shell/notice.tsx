/** A page that has one thing to say: not found, failed. Its sign is an outcome of a request. */
import type { ReactNode } from 'react'

export function Notice({
  sign,
  title,
  text,
  children,
}: {
  readonly sign: 'fail' | 'info'
  readonly title: string
  readonly text: string
  /** Where to go from here. */
  readonly children: ReactNode
}) {
  return (
    <div className="mx-auto flex w-full max-w-2xl grow flex-col justify-center px-4 py-20 sm:px-6">
      <svg viewBox="0 0 320 72" className="mb-8 w-64 max-w-full" aria-hidden="true">
        <path d="M28 14H312M28 58H312" stroke="var(--line-strong)" strokeWidth="1.5" />
        <text x="0" y="19" fontSize="14" fontWeight="600" fill="var(--text)">
          you
        </text>
        <text x="0" y="63" fontSize="14" fontWeight="600" fill="var(--text)">
          n1
        </text>
        <path
          d={sign === 'fail' ? 'M80 14L116 58' : 'M80 14L98 36'}
          stroke="var(--message)"
          strokeWidth="2.5"
        />
        <path
          d={sign === 'fail' ? 'M150 58L186 14' : 'M91 29l14 14m0-14l-14 14'}
          stroke="var(--fault)"
          strokeWidth="2.5"
          strokeDasharray={sign === 'fail' ? '6 4' : undefined}
        />
        <text x="198" y="36" fontSize="15" fontWeight="600" fill="var(--fault)">
          {sign === 'fail' ? 'fail: not found' : 'info: no answer'}
        </text>
      </svg>
      <h1 className="font-[650] text-3xl tracking-tight">{title}</h1>
      <p className="mt-3 text-lg text-muted leading-relaxed">{text}</p>
      <div className="mt-7 flex flex-wrap gap-3">{children}</div>
    </div>
  )
}
