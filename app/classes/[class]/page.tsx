/** A class at a glance: for learners their work, for staff what is next and who needs them. */
import type { Metadata } from 'next'
import { requireClass } from '../../_server/authorise/page-door.ts'
import { readClass } from '../../_server/classes/classes.ts'
import { readLearnerWork } from '../../_server/classes/learner-work.ts'
import { listPublishedOf } from '../../_server/classes/reviews/published-reviews.ts'
import { requestTime } from '../../_server/request-time.ts'
import { LinkButton } from '../../_ui/link-button.tsx'
import { Announcements } from '../_parts/announcements.tsx'
import { ClassPage, ClassSection } from '../_parts/class-page.tsx'
import { StaffOverview } from '../_parts/staff-overview.tsx'
import { WorkList } from '../_parts/work-list.tsx'

export const metadata: Metadata = { title: 'Class' }

interface ClassPageProps {
  readonly params: Promise<{ readonly class: string }>
}

export default async function OverviewPage({ params }: ClassPageProps) {
  const { class: classId } = await params
  const { user, role, may } = await requireClass('class.read', classId)
  const of = await readClass(classId)
  const now = requestTime()
  const isLearner = role === 'learner'
  return (
    <ClassPage
      of={of}
      role={role}
      here=""
      title={of.title}
      lead={`${of.term}. Times are those of ${of.timeZone.replaceAll('_', ' ')}.`}
    >
      <Announcements classId={classId} zone={of.timeZone} mayChange={may('class.change')} />
      {isLearner ? (
        <ClassSection id="work" title="Your work">
          <p className="mb-5">
            <LinkButton href={`/classes/${classId}/grades/mine`} look="secondary">
              Your grades
            </LinkButton>
          </p>
          <WorkList
            work={await readLearnerWork(classId, user.id, now)}
            reviews={await listPublishedOf(classId, user.id)}
            now={now}
            zone={of.timeZone}
          />
        </ClassSection>
      ) : (
        <StaffOverview of={of} now={now} />
      )}
    </ClassPage>
  )
}
