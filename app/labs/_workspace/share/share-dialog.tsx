'use client'
/** Hands a run on: a link without code, or a private snapshot with it. */
import { Share2 } from 'lucide-react'
import { useId, useState } from 'react'
import { Button } from '../../../_ui/button.tsx'
import { Dialog } from '../../../_ui/dialog.tsx'
import type { LabWorkspaceProps } from '../workspace-props.ts'
import { linkTo, type Shareable } from './shareable.ts'
import { makeSnapshot, pathOfSnapshot, type SnapshotAnswer } from './snapshot.ts'

interface ShareDialogProps {
  readonly page: Pick<LabWorkspaceProps, 'lab' | 'step'>
  readonly run: Shareable | undefined
}

export function ShareDialog({ page, run }: ShareDialogProps) {
  return (
    <Dialog
      trigger={
        <Button
          look="secondary"
          size="small"
          disabled={run === undefined}
          className="pointer-coarse:min-h-11"
        >
          <Share2 aria-hidden="true" className="size-3.5" />
          Share
        </Button>
      }
      title="Share this run"
    >
      {run === undefined ? null : <ShareForm page={page} run={run} />}
    </Dialog>
  )
}

function ShareForm({
  page,
  run,
}: {
  readonly page: ShareDialogProps['page']
  readonly run: Shareable
}) {
  const link = linkTo(run, page)
  return (
    <div className="space-y-6 text-sm">
      <section className="space-y-2">
        <h3 className="font-medium">A link without your code</h3>
        <p className="text-muted">
          It names the check, the seed, the faults and the event. Whoever opens it runs their own
          code.
        </p>
        {link === undefined ? (
          <p>This run has too many faults of its own for a link.</p>
        ) : (
          <LinkField label="Link without code" link={link} />
        )}
      </section>
      <Snapshot {...{ page, run }} />
    </div>
  )
}

function Snapshot({
  page,
  run,
}: {
  readonly page: ShareDialogProps['page']
  readonly run: Shareable
}) {
  const [answer, setAnswer] = useState<SnapshotAnswer | 'asking'>()
  const { checkId, seed, cursor, script, source } = run
  const place = { labId: page.lab.id, stepId: page.step.id }
  const make = () => {
    setAnswer('asking')
    const changed = script === undefined ? {} : { script }
    makeSnapshot({ ...place, checkId, seed, cursor, source, ...changed }).then(setAnswer, () => {})
  }
  return (
    <section className="space-y-2 border-line border-t pt-4">
      <h3 className="font-medium">A private snapshot with your code</h3>
      <p className="text-muted">
        Whoever has its address can read the code that made this run, and run it in their browser.
        It is kept for 30 days; you can delete it on your account page.
      </p>
      {answer === undefined || answer === 'asking' ? (
        <Button look="secondary" disabled={answer === 'asking'} onClick={make}>
          Make a snapshot with this code
        </Button>
      ) : answer.kind === 'refused' ? (
        <p role="alert" className="border-violation border-l-2 pl-2">
          {answer.why}
        </p>
      ) : (
        <>
          <LinkField
            label="Address of the snapshot"
            link={`${location.origin}${pathOfSnapshot(place, answer.snapshot.id)}`}
          />
          <p className="text-muted">Kept until {answer.snapshot.expiresAt.slice(0, 10)}.</p>
        </>
      )}
    </section>
  )
}

function LinkField({ label, link }: { readonly label: string; readonly link: string }) {
  const id = useId()
  const [outcome, setOutcome] = useState('')
  const copy = () => {
    navigator.clipboard.writeText(link).then(
      () => setOutcome('Copied.'),
      () => setOutcome('Your browser did not allow it: select the text and copy it yourself.'),
    )
  }
  return (
    <div>
      <label htmlFor={id} className="sr-only">
        {label}
      </label>
      <div className="flex gap-2">
        <input
          id={id}
          readOnly
          value={link}
          onFocus={({ target }) => target.select()}
          className="min-h-10 min-w-0 grow rounded-md border border-line-strong bg-surface px-2 font-mono text-xs"
        />
        <Button look="secondary" onClick={copy}>
          Copy
        </Button>
      </div>
      <p role="status" className="min-h-5 text-muted text-xs">
        {outcome}
      </p>
    </div>
  )
}
