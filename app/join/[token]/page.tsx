/** What a link into a class leads to, and the button that joins it. */
import type { Metadata } from 'next'
import { FormPage } from '../../_accounts/form-page.tsx'
import { ROLE_NAMES } from '../../_classes/roles.ts'
import { type JoinOffer, readOffer } from '../../_server/classes/join.ts'
import { requestTime } from '../../_server/request-time.ts'
import { readUser } from '../../_server/session.ts'
import { LinkButton } from '../../_ui/link-button.tsx'
import { ClassForm } from '../../classes/_forms/class-form.tsx'

export const metadata: Metadata = { title: 'Join a class', robots: { index: false } }

interface JoinPageProps {
  readonly params: Promise<{ readonly token: string }>
}

export default async function JoinPage({ params }: JoinPageProps) {
  const { token } = await params
  const [offer, user] = await Promise.all([readOffer(token, requestTime()), readUser()])
  if (offer?.state !== 'usable') return <NoOffer offer={offer} />
  const { title, term, role } = offer
  const next = `/join/${encodeURIComponent(token)}`
  return (
    <FormPage
      title={`Join ${title}`}
      lead={`${term}. You come in as ${ROLE_NAMES[role].name}: ${ROLE_NAMES[role].may}.`}
    >
      {user === undefined || user.isGuest ? (
        <div className="grid gap-3">
          <p>
            Sign in first, so that your work is there on every machine. What you did as a guest
            comes along.
          </p>
          <LinkButton href={`/sign-in?next=${next}`}>Sign in</LinkButton>
          <LinkButton href={`/sign-up?next=${next}`} look="secondary">
            Make an account
          </LinkButton>
        </div>
      ) : (
        <>
          <p className="mb-4 text-sm leading-relaxed">
            {role === 'learner'
              ? 'The staff of the class will see your name, your e-mail address, and what you hand in for the steps, lessons and quizzes that the class is given. They see nothing else of your work.'
              : 'You will see the names, addresses and assigned work of the learners of this class.'}
          </p>
          <ClassForm
            method="POST"
            path="/api/join"
            fields={[]}
            extra={{ token }}
            button="Join the class"
            done="You are in the class."
          />
        </>
      )}
    </FormPage>
  )
}

function NoOffer({ offer }: { readonly offer: JoinOffer | undefined }) {
  const why =
    offer?.state === 'archived'
      ? 'The class is archived: nobody joins it any more.'
      : offer?.state === 'used-up'
        ? 'As many people as it was for have used it.'
        : 'It is too old, was ended, or is not complete.'
  return (
    <FormPage title="This link lets nobody in" lead={`${why} Ask whoever sent it for a new one.`}>
      <LinkButton href="/classes" look="secondary">
        Your classes
      </LinkButton>
    </FormPage>
  )
}
