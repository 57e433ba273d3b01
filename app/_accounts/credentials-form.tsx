'use client'
/** The sign-in and the sign-up form. */
import { useActionState, useEffect, useRef } from 'react'
import { Button } from '../_ui/button.tsx'
import { type FormKind, type FormProblem, findProblems, problemOf } from './credentials.ts'
import { PASSWORD_LENGTH_MIN } from './password-rule.ts'
import { TextField } from './text-field.tsx'

interface FormState {
  readonly problems: readonly FormProblem[]
  /** What was typed, so that a refused form is not empty. */
  readonly name: string
  readonly email: string
}

const EMPTY: FormState = { problems: [], name: '', email: '' }

export function CredentialsForm({
  kind,
  next,
}: {
  readonly kind: FormKind
  /** Where to go afterwards: a path of this site. */
  readonly next: string
}) {
  const [state, send, isSending] = useActionState(
    (_before: FormState, fields: FormData) => submit(kind, next, fields),
    EMPTY,
  )
  const messageFor = (field: FormProblem['field']) =>
    state.problems.find((problem) => problem.field === field)?.message
  return (
    <form action={send} noValidate className="grid gap-5">
      <ErrorSummary problems={state.problems} />
      {kind === 'sign-up' ? (
        <TextField
          name="name"
          label="Name"
          autoComplete="name"
          defaultValue={state.name}
          error={messageFor('name')}
        />
      ) : null}
      <TextField
        name="email"
        label="E-mail"
        type="email"
        autoComplete={kind === 'sign-in' ? 'username' : 'email'}
        defaultValue={state.email}
        error={messageFor('email')}
      />
      <TextField
        name="password"
        label="Password"
        type="password"
        autoComplete={kind === 'sign-in' ? 'current-password' : 'new-password'}
        {...(kind === 'sign-up' ? { hint: `${PASSWORD_LENGTH_MIN} characters or more.` } : {})}
        error={messageFor('password')}
      />
      <Button type="submit" size="large" disabled={isSending}>
        {isSending ? 'One moment …' : kind === 'sign-in' ? 'Sign in' : 'Make the account'}
      </Button>
    </form>
  )
}

async function submit(kind: FormKind, next: string, fields: FormData): Promise<FormState> {
  const typed = { name: textOf(fields, 'name'), email: textOf(fields, 'email') }
  const problems = findProblems(kind, fields)
  if (problems.length > 0) return { ...typed, problems }
  const problem = await post(kind, fields)
  if (problem !== undefined) return { ...typed, problems: [problem] }
  // A full load: header and pages were rendered for somebody else.
  window.location.assign(next)
  return { ...typed, problems: [] }
}

function textOf(fields: FormData, name: string): string {
  const value = fields.get(name)
  return typeof value === 'string' ? value : ''
}

async function post(kind: FormKind, fields: FormData): Promise<FormProblem | undefined> {
  try {
    const response = await fetch(`/api/auth/${kind}/email`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(Object.fromEntries(fields)),
    })
    if (response.ok) return undefined
    const { code } = (await response.json().catch(() => ({}))) as { code?: string }
    return problemOf(kind, response.status, code)
  } catch {
    return { field: undefined, message: 'The server cannot be reached. Check your connection.' }
  }
}

/** All problems in one place, focused when they come, each a link to its field. */
function ErrorSummary({ problems }: { readonly problems: readonly FormProblem[] }) {
  const box = useRef<HTMLDivElement>(null)
  // Focus is not state: it must move after the summary is on the page.
  useEffect(() => {
    if (problems.length > 0) box.current?.focus()
  }, [problems])
  if (problems.length === 0) return null
  return (
    <div
      ref={box}
      tabIndex={-1}
      role="alert"
      className="rounded-md border border-violation p-4 outline-none"
    >
      <p className="font-semibold">This did not work yet</p>
      <ul className="mt-1 list-disc pl-5 text-sm leading-relaxed">
        {problems.map(({ field, message }) => (
          <li key={message}>
            {field === undefined ? (
              message
            ) : (
              <a href={`#${field}`} className="underline underline-offset-4">
                {message}
              </a>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}
