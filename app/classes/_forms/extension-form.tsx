'use client'
/** Grants a learner a later due date for one assignment. */
import { useState } from 'react'
import { SelectField } from '../../_ui/select-field.tsx'
import { ClassForm } from './class-form.tsx'

interface ExtensionFormProps {
  readonly classId: string
  readonly userId: string
  /** Work that is due some time, and the date that is offered at first. */
  readonly works: readonly {
    readonly id: string
    readonly title: string
    readonly offered: string
  }[]
}

export function ExtensionForm({ classId, userId, works }: ExtensionFormProps) {
  const [chosen, setChosen] = useState(works[0]?.id ?? '')
  const work = works.find(({ id }) => id === chosen) ?? works[0]
  if (work === undefined) return null
  return (
    <details>
      <summary className="min-h-8 cursor-pointer font-medium text-accent text-sm">
        Grant an extension
      </summary>
      <div className="mt-3 grid max-w-md gap-4">
        <SelectField label="Of what" value={work.id} choices={works} onChange={setChosen} />
        <ClassForm
          key={work.id}
          method="POST"
          path={`/api/classes/${classId}/assignments/${work.id}/extensions`}
          extra={{ person: userId }}
          fields={[
            {
              name: 'dueAt',
              label: 'Due for them',
              kind: 'datetime-local',
              defaultValue: work.offered,
              hint: 'By the clocks of the class. A late period moves along.',
            },
            {
              name: 'reason',
              label: 'Reason',
              kind: 'text',
              hint: 'For the staff, and in the learner’s own export.',
            },
          ]}
          button="Grant it"
          look="secondary"
          done="It is granted."
        />
      </div>
    </details>
  )
}
