'use client'
/** The learner's attempts at a step, newest first: what came of each, and what can be done. */
import { Dialog } from '../../../_ui/dialog.tsx'
import type { SlotProps } from '../slot.ts'
import { fetchAttemptSource } from './attempt-api.ts'
import { AttemptItem } from './attempt-item.tsx'
import type { AttemptView } from './attempt-view.ts'
import { useAttempts } from './use-attempts.ts'
import { attemptTitle, versionOf } from './version.ts'

export function AttemptsDialog({ page, workspace }: SlotProps) {
  const { text, say, bringInView } = workspace
  const { history, files } = text
  const isOpen = history.open === 'attempts'
  const ids = { labId: page.lab.id, stepId: page.step.id }
  const { attempts, isLoading, problem } = useAttempts(ids, isOpen)

  /** Closes the list and does something with the code of an attempt. */
  const withSource = (attempt: AttemptView, act: (source: string) => void) => {
    history.close()
    fetchAttemptSource(attempt.id).then(act, ({ message }: Error) => say({ text: message }))
  }
  const open = (attempt: AttemptView) =>
    withSource(attempt, (source) => {
      bringInView('code')
      files.open({
        id: versionOf(attempt),
        title: `attempt ${new Date(attempt.createdAt).toTimeString().slice(0, 5)}`,
        about: `${attemptTitle(attempt)}, to read`,
        text: source,
        uri: `file:///attempt-${attempt.id}.ts`,
        isClosable: true,
      })
    })
  const restore = (attempt: AttemptView) =>
    withSource(attempt, (source) => {
      bringInView('code')
      files.show('main')
      const undo = text.replace(source)
      say({ text: 'The attempt is your code again.', action: { label: 'Undo', run: undo } })
    })
  return (
    <Dialog
      state={{ isOpen, onOpenChange: (isNowOpen) => isNowOpen || history.close() }}
      size="wide"
      title="Your attempts at this step"
      description="Runs in your browser, submissions, and code that was kept aside. The newest 200 are kept."
    >
      <div className="min-h-0 grow overflow-y-auto">
        {problem === undefined ? null : <p role="alert">{problem}</p>}
        {isLoading ? <p className="text-muted">Fetching your attempts…</p> : null}
        {!isLoading && problem === undefined && attempts.length === 0 ? (
          <p className="text-muted">
            None yet. Each run that ends and each submission of yours will be here, on all your
            devices.
          </p>
        ) : null}
        <ol className="divide-y divide-line">
          {attempts.map((attempt, index) => (
            <AttemptItem
              key={attempt.id}
              attempt={attempt}
              before={attempts[index + 1]}
              onOpen={() => open(attempt)}
              onRestore={() => restore(attempt)}
              onCompare={(left, right) => history.compare(left, right)}
            />
          ))}
        </ol>
      </div>
    </Dialog>
  )
}
