/** Which class the course of a platform is: one that the reader teaches, or a new one. */
import { FormPage } from '../../_accounts/form-page.tsx'
import { maySite } from '../../_server/authorise/asker.ts'
import { listMyClasses } from '../../_server/classes/classes.ts'
import type { Launch } from '../../_server/lti/launched.ts'
import { mayMakeClass } from '../../_server/lti/may-make-class.ts'
import type { SessionUser } from '../../_server/session.ts'
import { ClassForm } from '../../classes/_forms/class-form.tsx'
import { timeZoneOptions } from '../../classes/_parts/time-zones.ts'

interface WhichClassProps {
  readonly launch: Launch
  readonly arrival: string
  readonly platform: string
  readonly user: SessionUser
}

export async function WhichClass({ launch, arrival, platform, user }: WhichClassProps) {
  const mine = (await listMyClasses(user.id)).filter(
    ({ role, archivedAt }) =>
      archivedAt === undefined && (role === 'owner' || role === 'instructor'),
  )
  const mayMake = (await maySite('class.create')) || (await mayMakeClass(launch))
  return (
    <FormPage
      title="Which class is this course?"
      lead={`${courseOf(launch)} in ${platform} is not connected yet. From then on, whoever learns in it comes into the class as a learner, and whoever teaches in it as an instructor or assistant.`}
    >
      {mine.length === 0 ? null : (
        <section aria-labelledby="connect" className="mb-10">
          <h2 id="connect" className="mb-4 font-semibold text-xl tracking-tight">
            A class that you teach
          </h2>
          <ClassForm
            method="POST"
            path="/api/lti/course"
            extra={{ kind: 'connect', arrival }}
            fields={[
              {
                name: 'classId',
                label: 'Class',
                kind: 'select',
                options: mine.map(({ id, title, term }) => [id, `${title}, ${term}`]),
              },
            ]}
            button="Connect this class"
            done="It is connected."
          />
        </section>
      )}
      {mayMake ? <MakeClass {...{ launch, arrival }} isOnly={mine.length === 0} /> : null}
      {mine.length === 0 && !mayMake ? (
        <p className="leading-relaxed">
          You teach no class here, and your account may not make one. Ask an administrator of this
          site for the role of an instructor, or an owner of the class to take you in as one.
        </p>
      ) : null}
    </FormPage>
  )
}

interface MakeClassProps extends Pick<WhichClassProps, 'launch' | 'arrival'> {
  readonly isOnly: boolean
}

function MakeClass({ launch, arrival, isOnly }: MakeClassProps) {
  return (
    <section aria-labelledby="make">
      <h2 id="make" className="mb-4 font-semibold text-xl tracking-tight">
        A new class
      </h2>
      <ClassForm
        method="POST"
        path="/api/lti/course"
        extra={{ kind: 'make', arrival }}
        fields={[
          { name: 'title', label: 'Title', kind: 'text', defaultValue: launch.courseTitle },
          { name: 'term', label: 'Term', kind: 'text', hint: 'Such as Autumn 2026.' },
          {
            name: 'timeZone',
            label: 'Time zone',
            kind: 'time-zone',
            options: timeZoneOptions(),
          },
        ]}
        button="Make the class"
        look={isOnly ? 'primary' : 'secondary'}
        done="It is made."
      />
    </section>
  )
}

/** How a course is called in a sentence. */
export function courseOf({ courseTitle }: Launch): string {
  return courseTitle === '' ? 'Your course' : `“${courseTitle}”`
}
