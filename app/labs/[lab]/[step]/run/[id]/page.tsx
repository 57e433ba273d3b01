/** A run that somebody shared with the code that made it: to look at and to try out. */
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { summarizeCheck } from '#core'
import { findStep } from '#labs/index.ts'
import { readLabAssets } from '../../../../../_server/lab-assets.ts'
import { readUser } from '../../../../../_server/session.ts'
import { readSharedRun } from '../../../../../_server/shared-runs.ts'
import { SharedRunPage } from '../../../../_workspace/share/shared-run-page.tsx'
import '../../../../_workspace/page-frame.css'

interface PageProps {
  readonly params: Promise<{ readonly lab: string; readonly step: string; readonly id: string }>
}

/** Its address is a secret between people: it must not be found, nor told to other sites. */
export const metadata: Metadata = {
  title: 'A shared run',
  robots: { index: false, follow: false },
  referrer: 'no-referrer',
}

export default async function Page({ params }: PageProps) {
  const { lab: labId, step: stepId, id } = await params
  const [run, assets, user] = await Promise.all([readSharedRun(id), readLabAssets(), readUser()])
  const found = findStep(labId, stepId)
  const isHere = run !== undefined && run.labId === labId && run.stepId === stepId
  if (found === undefined || !isHere) notFound()
  const { lab, step } = found
  const { checkId, seed, cursor, script, source, labVersion, expiresAt, userId } = run
  return (
    <SharedRunPage
      lab={{ id: lab.id, title: lab.title, version: lab.version }}
      step={{ id: step.id, title: step.title }}
      checks={step.visible.map(summarizeCheck)}
      ribbons={lab.ribbons}
      noise={lab.noise}
      assets={{ runWorker: assets.runWorker, compileWorker: assets.compileWorker }}
      shared={{
        checkId,
        seed,
        cursor,
        script: script ?? undefined,
        source,
        labVersion,
        expiresOn: expiresAt.toISOString().slice(0, 10),
        isOwn: user?.id === userId,
      }}
    />
  )
}
