/** Imports a list of learners, after showing what it would do. */
import type { Metadata } from 'next'
import { requireClass } from '../../../../_server/authorise/page-door.ts'
import { readClass } from '../../../../_server/classes/classes.ts'
import { RosterImport } from '../../../_forms/roster-import.tsx'
import { ClassPage } from '../../../_parts/class-page.tsx'

export const metadata: Metadata = { title: 'Import a list' }

interface ImportPageProps {
  readonly params: Promise<{ readonly class: string }>
}

export default async function ImportPage({ params }: ImportPageProps) {
  const { class: classId } = await params
  const { role } = await requireClass('class.change', classId)
  const of = await readClass(classId)
  return (
    <ClassPage
      of={of}
      role={role}
      here="/people"
      title="Import a list"
      lead="A line for each learner: e-mail address, name, section. Commas, semicolons and tabs all do, and a first line may name the columns. Nobody is taken off the class by an import."
    >
      <RosterImport classId={classId} />
    </ClassPage>
  )
}
