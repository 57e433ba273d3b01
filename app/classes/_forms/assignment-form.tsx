'use client'
/** The form of an assignment: what, when, and what learners may see. */
import { type FormEvent, useState } from 'react'
import { send } from '../../_accounts/send.ts'
import type { Disclosure } from '../../_classes/disclosure.ts'
import type { AttemptPolicy, ShareRule } from '../../_classes/grades/attempt.ts'
import type { WorkKind } from '../../_classes/progress/work-unit.ts'
import type { Catalogue } from '../../_server/classes/work-catalogue.ts'
import { Button } from '../../_ui/button.tsx'
import { Field } from './form-field.tsx'
import { GradeFields } from './grade-fields.tsx'
import { WorkFields } from './work-fields.tsx'

export interface AssignmentDraft {
  readonly title: string
  readonly kind: WorkKind
  readonly target: string
  readonly stepIds: readonly string[]
  /** Readings of the clocks of the class; empty for none. */
  readonly opensAt: string
  readonly dueAt: string
  readonly lateUntil: string
  readonly latePercentDay: number
  readonly reference: Disclosure
  readonly hints: Disclosure
  readonly allowsSharing: boolean
  readonly points: number
  readonly attemptPolicy: AttemptPolicy
  readonly shareRule: ShareRule
}

interface AssignmentFormProps {
  readonly path: string
  /** Where to go when it is kept. */
  readonly next: string
  readonly zone: string
  readonly catalogue: Catalogue
  readonly start: AssignmentDraft
}

export function AssignmentForm({ path, next, zone, catalogue, start }: AssignmentFormProps) {
  const [work, setWork] = useState({
    kind: start.kind,
    target: start.target,
    stepIds: start.stepIds,
  })
  const [problem, setProblem] = useState('')
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const data = new FormData(event.currentTarget)
    const rest = Object.fromEntries(data)
    const body = { ...rest, ...work, allowsSharing: data.has('allowsSharing') }
    const sent = await send({ method: 'POST', path, body })
    if (sent.kind === 'done') window.location.assign(next)
    else setProblem(sent.error)
  }
  return (
    <form onSubmit={(event) => void submit(event)} noValidate className="grid max-w-xl gap-8">
      <Group title="What">
        <WorkFields catalogue={catalogue} work={work} onChange={setWork} />
        <Field
          field={{
            name: 'title',
            label: 'Title',
            kind: 'text',
            defaultValue: start.title,
            hint: 'As learners will see it, such as “Week 3: elections”.',
          }}
        />
      </Group>
      <Group title="When" hint={`By the clocks of ${zone.replaceAll('_', ' ')}.`}>
        <Dates start={start} />
      </Group>
      <Group
        title="Grades"
        hint="Learners see them once you release them. A change here changes all grades of this work at once."
      >
        <GradeFields start={start} />
      </Group>
      <Group
        title="What learners may see and share"
        hint="Where several of a learner’s classes give the same step, the strictest rule counts."
      >
        <Rules start={start} />
      </Group>
      <div>
        <Button type="submit">Keep it</Button>
        <p role="alert" className="mt-2 text-sm text-violation empty:hidden">
          {problem}
        </p>
      </div>
    </form>
  )
}

interface GroupProps {
  readonly title: string
  readonly hint?: string
  readonly children: React.ReactNode
}

function Group({ title, hint, children }: GroupProps) {
  return (
    <fieldset className="grid gap-4">
      <legend className="mb-3 font-semibold text-lg tracking-tight">
        {title}
        {hint === undefined ? null : (
          <span className="block font-normal text-muted text-sm tracking-normal">{hint}</span>
        )}
      </legend>
      {children}
    </fieldset>
  )
}

function Dates({ start }: { readonly start: AssignmentDraft }) {
  const time = (name: 'opensAt' | 'dueAt' | 'lateUntil') =>
    ({ name, kind: 'datetime-local', defaultValue: start[name] }) as const
  return (
    <>
      <Field field={{ ...time('opensAt'), label: 'Opens' }} />
      <Field field={{ ...time('dueAt'), label: 'Due', isOptional: true }} />
      <Field
        field={{
          ...time('lateUntil'),
          label: 'Late work counts until',
          isOptional: true,
          hint: 'Empty: what is late does not count.',
        }}
      />
      <Field
        field={{
          name: 'latePercentDay',
          label: 'Each late day begun costs, in percent',
          kind: 'number',
          defaultValue: String(start.latePercentDay),
        }}
      />
    </>
  )
}

function Rules({ start }: { readonly start: AssignmentDraft }) {
  return (
    <>
      <Field
        field={{
          name: 'reference',
          label: 'The reference solution',
          kind: 'select',
          defaultValue: start.reference,
          options: [
            ['asUsual', 'for whoever passed the step'],
            ['afterDue', 'for whoever passed it, once the work is due'],
            ['never', 'for nobody in the class'],
          ],
        }}
      />
      <Field
        field={{
          name: 'hints',
          label: 'Hints',
          kind: 'select',
          defaultValue: start.hints,
          options: [
            ['asUsual', 'at any time'],
            ['afterDue', 'once the work is due'],
            ['never', 'for nobody in the class'],
          ],
        }}
      />
      <Field
        field={{
          name: 'allowsSharing',
          label: 'Learners may share runs with their code before it is closed',
          kind: 'checkbox',
          defaultValue: String(start.allowsSharing),
        }}
      />
    </>
  )
}
