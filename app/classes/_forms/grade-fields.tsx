'use client'
/** The part of an assignment's form that says what the work is worth, and which attempt counts. */
import type { AssignmentDraft } from './assignment-form.tsx'
import { Field } from './form-field.tsx'

interface GradeFieldsProps {
  readonly start: Pick<AssignmentDraft, 'points' | 'attemptPolicy' | 'shareRule'>
}

export function GradeFields({ start }: GradeFieldsProps) {
  return (
    <>
      <Field
        field={{
          name: 'points',
          label: 'Points',
          kind: 'number',
          defaultValue: String(start.points),
          hint: 'For all of it. Steps of a lab are worth the same each.',
        }}
      />
      <Field
        field={{
          name: 'attemptPolicy',
          label: 'Which attempt counts',
          kind: 'select',
          defaultValue: start.attemptPolicy,
          options: [
            ['best', 'the one that gives most, lateness included'],
            ['last', 'the last one before it closes'],
            ['lastBeforeDue', 'the last one before it is due'],
          ],
        }}
      />
      <Field
        field={{
          name: 'shareRule',
          label: 'A step that did not pass gives',
          kind: 'select',
          defaultValue: start.shareRule,
          options: [
            ['share', 'the share of the checks that hold'],
            ['allOrNothing', 'nothing'],
          ],
          hint: 'Quizzes give the share that is right, lessons all once they are read.',
        }}
      />
    </>
  )
}
