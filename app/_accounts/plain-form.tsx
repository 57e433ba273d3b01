'use client'
/** A short form: fields, one button, and what came of it. */
import { useRouter } from 'next/navigation'
import { useActionState } from 'react'
import { Button } from '../_ui/button.tsx'
import { type ServerRequest, send } from './send.ts'
import { TextField } from './text-field.tsx'

export interface PlainField {
  readonly name: string
  readonly label: string
  readonly type?: 'text' | 'email' | 'password'
  readonly autoComplete: string
  readonly defaultValue?: string
  readonly hint?: string
}

interface PlainFormProps extends Pick<ServerRequest, 'method' | 'path'> {
  /** Begins the ids of its fields: several forms may be on a page. */
  readonly id: string
  readonly fields: readonly PlainField[]
  /** What is sent beside the fields. */
  readonly extra?: Readonly<Record<string, string>>
  readonly button: string
  readonly look?: 'primary' | 'secondary'
  /** What is said when it is done. */
  readonly done: string
  /** Where to go then; without it the page stays, and shows what is new. */
  readonly next?: string
}

interface State {
  readonly kind: 'open' | 'done' | 'refused'
  readonly message: string
  readonly typed: Readonly<Record<string, string>>
}

export function PlainForm({ id, fields, button, look = 'primary', ...rest }: PlainFormProps) {
  const router = useRouter()
  const [state, submit, isSending] = useActionState(async (_before: State, data: FormData) => {
    const after = await submitForm(rest, data)
    if (after.kind !== 'done') return after
    // A full load where somebody else may be signed in by now.
    if (rest.next === undefined) router.refresh()
    else window.location.assign(rest.next)
    return after
  }, OPEN)
  return (
    <form action={submit} noValidate className="grid max-w-md gap-4">
      {fields.map((field) => (
        <TextField
          key={field.name}
          {...field}
          id={`${id}-${field.name}`}
          defaultValue={
            // A password that was refused is typed again.
            (field.type === 'password' ? undefined : state.typed[field.name]) ??
            field.defaultValue ??
            ''
          }
          error={undefined}
        />
      ))}
      <div>
        <Button type="submit" look={look} disabled={isSending}>
          {isSending ? 'One moment …' : button}
        </Button>
      </div>
      <p role="alert" className="text-sm text-violation empty:hidden">
        {state.kind === 'refused' ? state.message : ''}
      </p>
      <p role="status" className="text-sm empty:hidden">
        {state.kind === 'done' ? state.message : ''}
      </p>
    </form>
  )
}

const OPEN: State = { kind: 'open', message: '', typed: {} }

async function submitForm(
  { method, path, extra, done }: Pick<PlainFormProps, 'method' | 'path' | 'extra' | 'done'>,
  data: FormData,
): Promise<State> {
  const typed = Object.fromEntries(
    [...data].filter((pair): pair is [string, string] => typeof pair[1] === 'string'),
  )
  const sent = await send({ method, path, body: { ...extra, ...typed } })
  return sent.kind === 'done'
    ? { kind: 'done', message: done, typed: {} }
    : { kind: 'refused', message: sent.error, typed }
}
