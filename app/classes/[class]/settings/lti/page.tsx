/** Courses of learning platforms that are connected with a class, and what goes to and fro. */
import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { present } from '#core'
import { ActionButton } from '../../../../_accounts/action-button.tsx'
import { requireClass } from '../../../../_server/authorise/page-door.ts'
import { readClass } from '../../../../_server/classes/classes.ts'
import { listMembers } from '../../../../_server/classes/members.ts'
import { readShownNames } from '../../../../_server/classes/shown-names.ts'
import { type CourseView, listCourses } from '../../../../_server/lti/courses.ts'
import { readPassback } from '../../../../_server/lti/passback-state.ts'
import { requestTime } from '../../../../_server/request-time.ts'
import { MemberSync } from '../../../_forms/member-sync.tsx'
import { ClassPage, ClassSection } from '../../../_parts/class-page.tsx'
import { ClassTime } from '../../../_parts/class-time.tsx'
import { PassbackTable } from '../../../_parts/passback.tsx'

export const metadata: Metadata = { title: 'Learning platform of the class' }

interface PlatformPageProps {
  readonly params: Promise<{ readonly class: string }>
}

export default async function ClassPlatformPage({ params }: PlatformPageProps) {
  const { class: classId } = await params
  const { role, may } = await requireClass('class.see-progress', classId)
  const [of, courses, passback, members, names] = await Promise.all([
    readClass(classId),
    listCourses(classId),
    readPassback(classId, requestTime()),
    listMembers(classId),
    readShownNames(classId),
  ])
  const nameById = new Map(members.map(({ userId, name }) => [userId, name]))
  const nameOf = (userId: string) => names.nameOf({ userId, name: nameById.get(userId) ?? '' })
  return (
    <ClassPage
      of={of}
      role={role}
      here="/settings"
      title="Learning platform"
      lead="Whoever opens a link of a connected course in Canvas, Moodle or another platform comes into this class, with the role that they have there."
    >
      {courses.length === 0 ? <HowToConnect /> : null}
      {courses.map((course) => (
        <Course key={course.id} course={course} zone={of.timeZone} mayChange={may('class.change')}>
          <PassbackTable
            classId={classId}
            state={present(passback.get(course.id), 'each course has a state')}
            mayGrade={may('class.grade')}
            nameOf={nameOf}
          />
        </Course>
      ))}
    </ClassPage>
  )
}

function HowToConnect() {
  return (
    <section className="max-w-prose rounded-lg border border-line bg-surface p-5 leading-relaxed">
      <h2 className="font-semibold">No course is connected yet</h2>
      <ol className="mt-2 list-decimal space-y-1 pl-5">
        <li>
          An administrator of this site and one of the platform make the two known to each other,
          once for all courses.
        </li>
        <li>In your course there, add a link with the tool Netsplit.</li>
        <li>Open that link yourself: you are asked which class the course is.</li>
        <li>
          Choose this class. From then on learners come in by that link, and each assignment can
          have a link of its own, with a column for grades.
        </li>
      </ol>
    </section>
  )
}

interface CourseProps {
  readonly course: CourseView
  readonly zone: string
  readonly mayChange: boolean
  /** What it knows of grades. */
  readonly children: ReactNode
}

function Course({ course, zone, mayChange, children }: CourseProps) {
  const { id, classId, title, platform, people, linkedAt, membershipsUrl } = course
  return (
    <ClassSection id={`course-${id}`} title={`${title}, in ${platform}`}>
      <p className="mb-5 max-w-prose text-muted leading-relaxed">
        Connected since <ClassTime at={linkedAt} zone={zone} />.{' '}
        {people === 1 ? 'One person has' : `${people} people have`} come from it.
      </p>
      <h3 className="mb-3 font-semibold">Grades there</h3>
      {children}
      {mayChange ? (
        <>
          <h3 className="mt-8 mb-2 font-semibold">Who learns there</h3>
          <p className="mb-3 max-w-prose text-muted text-sm leading-relaxed">
            {membershipsUrl === null
              ? 'The platform offers no list so far. Its administrator can permit “Names and Roles”; then open a link of the course once more.'
              : 'Their list comes onto the roster, so that you see who is still to come. Nobody is taken off the class by it.'}
          </p>
          {membershipsUrl === null ? null : (
            <MemberSync classId={classId} courseId={id} course={title} />
          )}
          <div className="mt-8">
            <ActionButton
              method="DELETE"
              path={`/api/classes/${classId}/lti/${id}`}
              label={`End the connection with ${title}`}
              done="The connection is ended."
              question={{
                title: `End the connection with ${title}?`,
                text: 'Everybody stays in the class. Nobody comes in from the course any more, and no grades go there.',
              }}
            >
              End the connection
            </ActionButton>
          </div>
        </>
      ) : null}
    </ClassSection>
  )
}
