/** A learner's own grades: those that are released, each with what it is made of. */
import type { Metadata } from 'next'
import Link from 'next/link'
import { pointsText } from '../../../../_classes/grades/points.ts'
import { requireClass } from '../../../../_server/authorise/page-door.ts'
import { readClass } from '../../../../_server/classes/classes.ts'
import { type OwnGrade, readOwnGrades } from '../../../../_server/classes/grades/released.ts'
import { requestTime } from '../../../../_server/request-time.ts'
import { Breakdown } from '../../../_grades/breakdown.tsx'
import { ClassPage } from '../../../_parts/class-page.tsx'

export const metadata: Metadata = { title: 'Your grades' }

interface MinePageProps {
  readonly params: Promise<{ readonly class: string }>
}

export default async function MinePage({ params }: MinePageProps) {
  const { class: classId } = await params
  const { user, role } = await requireClass('class.read', classId)
  const [of, own] = await Promise.all([
    readClass(classId),
    readOwnGrades(classId, user.id, requestTime()),
  ])
  if (own === undefined) {
    return (
      <ClassPage of={of} role={role} here="/grades" title="Your grades">
        <p className="text-muted">Only learners of the class have grades of their own.</p>
      </ClassPage>
    )
  }
  const { works, total } = own
  return (
    <ClassPage
      of={of}
      role={role}
      here="/grades"
      title="Your grades"
      lead={
        total.hundredthsMax === 0
          ? 'No grade is released yet.'
          : `${pointsText(total.hundredths)} of ${pointsText(total.hundredthsMax)} points in what is released.`
      }
    >
      <p className="mb-6 text-sm">
        <Link href={`/classes/${classId}`} className="text-accent underline underline-offset-4">
          Back to your work
        </Link>
      </p>
      {works.length === 0 ? (
        <p className="text-muted">The class was given no work yet.</p>
      ) : (
        <ol className="border-line border-t">
          {works.map((work) => (
            <Item key={work.assignmentId} work={work} />
          ))}
        </ol>
      )}
    </ClassPage>
  )
}

function Item({ work: { title, grade } }: { readonly work: OwnGrade }) {
  return (
    <li className="border-line border-b py-4">
      <h2 className="font-medium">{title}</h2>
      {grade === undefined ? (
        <p className="text-muted text-sm">not released yet</p>
      ) : (
        <Breakdown grade={grade} />
      )}
    </li>
  )
}
