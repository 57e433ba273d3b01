'use client'
/** A form of a class: fields, one button, and what came of it. */
import { useRouter } from 'next/navigation'
import { useActionState } from 'react'
import { type ServerRequest, send, textIn } from '../../_accounts/send.ts'
import { Button } from '../../_ui/button.tsx'
import { Field, type FormField } from './form-field.tsx'

interface ClassFormProps extends Pick<ServerRequest, 'method' | 'path'> {
  readonly fields: readonly FormField[]
  /** What is sent beside the fields. */
  readonly extra?: Readonly<Record<string, string>>
  readonly button: string
  readonly look?: 'primary' | 'secondary'
  readonly done: string
  /**
   * What becomes of a path in the answer: the page there is opened, or it is shown as a link to
   * give to somebody.
   */
  readonly onPath?: 'open' | 'show'
}

interface State {
  readonly kind: 'open' | 'done' | 'refused'
  readonly message: string
  readonly typed: Readonly<Record<string, string>>
  /** A link that was made, and cannot be shown again. */
  readonly link: string
  /** Grows with each sending, so that the fields show what was kept. */
  readonly count: number
}

const OPEN: State = { kind: 'open', message: '', typed: {}, link: '', count: 0 }

export function ClassForm(props: ClassFormProps) {
  const { fields, button, look = 'primary', onPath = 'open' } = props
  const router = useRouter()
  const [state, submit, isSending] = useActionState(async (before: State, data: FormData) => {
    const { state: after, path } = await submitForm(props, data, before.count + 1)
    if (path !== '' && onPath === 'open') window.location.assign(path)
    else if (after.kind === 'done') router.refresh()
    return after
  }, OPEN)
  return (
    <form action={submit} noValidate className="grid max-w-md gap-4">
      {fields.map((field) => (
        <Field
          key={`${field.name} ${state.count}`}
          field={{ ...field, defaultValue: state.typed[field.name] ?? field.defaultValue ?? '' }}
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
      <div role="status" className="text-sm empty:hidden">
        {state.kind === 'done' ? state.message : ''}
        {state.link === '' ? null : <LinkToGive link={state.link} />}
      </div>
    </form>
  )
}

/** The link is shown once: nobody, we included, can read it again. */
function LinkToGive({ link }: { readonly link: string }) {
  return (
    <label className="mt-2 block font-medium">
      Link to give away; it is not shown again
      <input
        readOnly
        value={link}
        onFocus={({ target }) => target.select()}
        className="mt-1 min-h-10 w-full rounded-md border border-line-strong bg-surface px-3 font-mono text-sm"
      />
    </label>
  )
}

async function submitForm(
  { method, path, fields, extra, done, onPath }: ClassFormProps,
  data: FormData,
  count: number,
): Promise<{ readonly state: State; readonly path: string }> {
  const typed = Object.fromEntries(
    fields.map(({ name, kind }) => {
      const value = data.get(name)
      const text = kind === 'checkbox' ? String(value !== null) : value
      return [name, typeof text === 'string' ? text : '']
    }),
  )
  const body = Object.fromEntries(
    fields.map(({ name, kind }) => [
      name,
      kind === 'checkbox' ? typed[name] === 'true' : (typed[name] ?? ''),
    ]),
  )
  const sent = await send({ method, path, body: { ...extra, ...body } })
  if (sent.kind !== 'done') {
    const state: State = { kind: 'refused', message: sent.error, typed, link: '', count }
    return { state, path: '' }
  }
  const to = textIn(sent.value, 'path') ?? ''
  const link = onPath === 'show' && to !== '' ? `${window.location.origin}${to}` : ''
  return { state: { kind: 'done', message: done, typed: {}, link, count }, path: to }
}
