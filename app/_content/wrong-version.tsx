/**
 * A wrong version of what a step asks for, and the smallest run that breaks it: the reader
 * sees what goes wrong before writing a line.
 */
import type { ReactNode } from 'react'
import type { WrongVersion as Version } from '#content/schema/wrong-version.ts'
import { present } from '#core'
import type { Ribbon } from '../_viz/space-time/bands.ts'
import { StorySteps } from './story-steps.tsx'
import { WrongVersionRun } from './wrong-version-run.tsx'

interface LabLook {
  readonly ribbons: readonly Ribbon[]
  readonly noise: readonly string[]
}

interface WrongVersionProps extends LabLook {
  readonly version: Version
  /** One sentence on what this version does. */
  readonly children: ReactNode
}

/** The component that a step's text uses: `<WrongVersion mutant="R10">…</WrongVersion>`. */
export function wrongVersionsOf(
  versions: ReadonlyMap<string, Version>,
  { ribbons, noise }: LabLook,
) {
  return ({ mutant, children }: { readonly mutant: string; readonly children: ReactNode }) => {
    const version = present(versions.get(mutant), `the build has run the mutant ${mutant}`)
    return <WrongVersion {...{ version, ribbons, noise }}>{children}</WrongVersion>
  }
}

function WrongVersion({ version, ribbons, noise, children }: WrongVersionProps) {
  const { claim, what, ask, steps } = version
  return (
    <figure className="not-prose my-8 rounded-lg border border-line">
      <figcaption className="border-line border-b bg-surface px-4 py-3">
        <p className="font-semibold text-sm">A version that goes wrong</p>
        <div className="mt-1 text-sm leading-relaxed">{children}</div>
      </figcaption>
      <div className="space-y-3 px-4 py-4 text-sm">
        <p>
          <span className="text-muted">It should hold: </span>
          {claim}
        </p>
        <StorySteps label="How it broke" steps={steps}>
          {({ text }) => <span className="[overflow-wrap:anywhere]">{text}</span>}
        </StorySteps>
        <p className="[overflow-wrap:anywhere]">{what}</p>
        <p className="border-violation border-l-2 pl-3">
          <span className="font-semibold">Ask yourself:</span> {ask}
        </p>
        <WrongVersionRun version={version} ribbons={ribbons} noise={noise} />
      </div>
    </figure>
  )
}
