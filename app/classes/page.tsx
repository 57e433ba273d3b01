/** The classes that somebody teaches or takes, and how to make one. */
import type { Metadata } from 'next'
import Link from 'next/link'
import { ROLE_NAMES } from '../_classes/roles.ts'
import { maySite } from '../_server/authorise/asker.ts'
import { listMyClasses, type MyClass } from '../_server/classes/classes.ts'
import { readActing } from '../_server/session.ts'
import { Badge } from '../_ui/badge.tsx'
import { LinkButton } from '../_ui/link-button.tsx'
import { ClassForm } from './_forms/class-form.tsx'
import { timeZoneOptions } from './_parts/time-zones.ts'

export const metadata: Metadata = { title: 'Classes' }

export default async function ClassesPage() {
  const user = await readActing()
  const mayCreate = await maySite('class.create')
  const all = user === undefined ? [] : await listMyClasses(user.id)
  // A view of a class does not say which others its learner is in.
  const only = user?.view?.classId
  const mine = only === undefined ? all : all.filter(({ id }) => id === only)
  return (
    <div className="mx-auto w-full max-w-3xl px-4 py-12 sm:px-6 sm:py-16">
      <h1 className="font-[650] text-3xl tracking-tight">Classes</h1>
      <p className="mt-3 max-w-prose text-muted leading-relaxed">
        A class gives its learners labs and lessons with dates, and shows its staff who is stuck, on
        what, and since when.
      </p>
      {mine.length === 0 ? (
        <NoClasses isSignedIn={user !== undefined && !user.isGuest} mayCreate={mayCreate} />
      ) : (
        <ul className="mt-8 border-line border-t">
          {mine.map((one) => (
            <Row key={one.id} one={one} />
          ))}
        </ul>
      )}
      {mayCreate ? <NewClass /> : null}
    </div>
  )
}

function Row({ one }: { readonly one: MyClass }) {
  const { id, title, term, role, learners, archivedAt } = one
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 border-line border-b py-3">
      <Link
        href={`/classes/${id}`}
        className="font-medium text-accent underline underline-offset-4"
      >
        {title}
      </Link>
      <span className="text-muted text-sm">
        {term}, {learners} {learners === 1 ? 'learner' : 'learners'}
      </span>
      <span className="ml-auto flex gap-2">
        {archivedAt === undefined ? null : <Badge>archived</Badge>}
        <Badge tone={role === 'learner' ? 'plain' : 'accent'}>{ROLE_NAMES[role].name}</Badge>
      </span>
    </li>
  )
}

function NoClasses({
  isSignedIn,
  mayCreate,
}: {
  readonly isSignedIn: boolean
  readonly mayCreate: boolean
}) {
  return (
    <div className="mt-8 max-w-prose rounded-lg border border-line bg-surface p-5 leading-relaxed">
      <h2 className="font-semibold">You are in no class yet</h2>
      {mayCreate ? (
        <ol className="mt-2 list-decimal space-y-1 pl-5">
          <li>Make a class below: you are its owner.</li>
          <li>Import the list of your learners, or give them a link.</li>
          <li>Choose steps of labs and lessons, and say when they are due.</li>
          <li>See on one page who goes on well and who needs you.</li>
        </ol>
      ) : (
        <p className="mt-2">
          Somebody who teaches gives you a link that lets you in. If your school has put you on a
          list, you are in as soon as the e-mail address of your account is confirmed. To teach a
          class, ask the people who run this site for the role of an instructor.
        </p>
      )}
      {isSignedIn ? null : (
        <LinkButton href="/sign-in?next=/classes" look="secondary" className="mt-4">
          Sign in
        </LinkButton>
      )}
    </div>
  )
}

function NewClass() {
  return (
    <section aria-labelledby="new-class" className="mt-12">
      <h2 id="new-class" className="mb-4 font-semibold text-xl tracking-tight">
        Make a class
      </h2>
      <ClassForm
        method="POST"
        path="/api/classes"
        fields={[
          { name: 'title', label: 'Title', kind: 'text' },
          { name: 'term', label: 'Term', kind: 'text', hint: 'Such as Autumn 2026.' },
          {
            name: 'timeZone',
            label: 'Time zone',
            kind: 'time-zone',
            hint: 'Days and times of the class are meant in it.',
            options: timeZoneOptions(),
          },
        ]}
        button="Make the class"
        done="The class is made."
      />
    </section>
  )
}
