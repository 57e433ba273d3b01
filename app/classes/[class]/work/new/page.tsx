/** Gives a class a piece of work. */
import type { Metadata } from 'next'
import { addDays, wallTimeOf } from '../../../../_classes/time-zone.ts'
import { requireClass } from '../../../../_server/authorise/page-door.ts'
import { readClass } from '../../../../_server/classes/classes.ts'
import { readCatalogue } from '../../../../_server/classes/work-catalogue.ts'
import { requestTime } from '../../../../_server/request-time.ts'
import { AssignmentForm } from '../../../_forms/assignment-form.tsx'
import { ClassPage } from '../../../_parts/class-page.tsx'

export const metadata: Metadata = { title: 'Give work' }

interface NewWorkPageProps {
  readonly params: Promise<{ readonly class: string }>
}

export default async function NewWorkPage({ params }: NewWorkPageProps) {
  const { class: classId } = await params
  const { role } = await requireClass('class.change', classId)
  const [of, catalogue] = await Promise.all([readClass(classId), readCatalogue()])
  const today = wallTimeOf(requestTime(), of.timeZone).slice(0, 10)
  return (
    <ClassPage of={of} role={role} here="/work" title="Give work">
      <AssignmentForm
        path={`/api/classes/${classId}/assignments`}
        next={`/classes/${classId}/work`}
        zone={of.timeZone}
        catalogue={catalogue}
        start={{
          title: '',
          kind: 'step',
          target: catalogue.labs[0]?.id ?? '',
          stepIds: [],
          opensAt: `${today}T08:00`,
          dueAt: `${addDays(`${today}T00:00`, 7).slice(0, 10)}T23:59`,
          lateUntil: '',
          latePercentDay: 10,
          reference: 'asUsual',
          hints: 'asUsual',
          allowsSharing: true,
          points: 10,
          attemptPolicy: 'best',
          shareRule: 'share',
        }}
      />
    </ClassPage>
  )
}
