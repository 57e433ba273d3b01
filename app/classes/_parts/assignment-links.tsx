/** What staff can look at or do beside the page of an assignment, as far as their role goes. */
import type { ClassAction } from '../../_server/authorise/actions.ts'
import { LinkButton } from '../../_ui/link-button.tsx'

interface AssignmentLinksProps {
  readonly assignment: { readonly id: string; readonly kind: 'step' | 'lesson' | 'quiz' }
  readonly classId: string
  /** The step that is looked at, of an assignment of steps. */
  readonly stepId: string | undefined
  readonly may: (action: ClassAction) => boolean
}

export function AssignmentLinks({
  assignment: { id, kind },
  classId,
  stepId = '',
  may,
}: AssignmentLinksProps) {
  const look = { look: 'secondary', size: 'small' } as const
  const base = `/classes/${classId}/work/${id}`
  return (
    <p className="mb-8 flex flex-wrap gap-3 empty:hidden">
      {may('class.change') ? (
        <LinkButton href={`${base}/edit`} {...look}>
          Change
        </LinkButton>
      ) : null}
      {kind === 'lesson' ? null : (
        <LinkButton href={`/classes/${classId}/statistics/${id}`} {...look}>
          {kind === 'quiz' ? 'Statistics of its questions' : 'Statistics of its checks'}
        </LinkButton>
      )}
      {may('class.see-similarity') && kind === 'step' ? (
        // Whoever opens it is written down; a browser that looks ahead is nobody.
        <LinkButton href={`${base}/similarity?step=${stepId}`} prefetch={false} {...look}>
          Similar submissions
        </LinkButton>
      ) : null}
      {kind === 'step' ? (
        <LinkButton href={`${base}/review`} {...look}>
          Review by hand
        </LinkButton>
      ) : null}
    </p>
  )
}
