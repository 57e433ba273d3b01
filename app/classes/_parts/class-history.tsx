/** Who changed what of a class, newest first. */
import { listClassEntries } from '../../_server/audit/read.ts'
import type { ClassView } from '../../_server/classes/classes.ts'
import { readShownNames } from '../../_server/classes/shown-names.ts'
import { Cell, Table } from '../../admin/_parts/table.tsx'
import { ClassSection } from './class-page.tsx'
import { ClassTime } from './class-time.tsx'

export async function ClassHistory({ of }: { readonly of: ClassView }) {
  const [entries, { nameOf }] = await Promise.all([listClassEntries(of.id), readShownNames(of.id)])
  return (
    <ClassSection id="history" title="Who changed what">
      <Table label="Changes of the class" heads={['When', 'Who', 'Did what', 'To whom']}>
        {entries.map(({ id, at, actor, person, deed }) => (
          <tr key={id} className="border-line border-b">
            <Cell isQuiet>
              <ClassTime at={at} zone={of.timeZone} />
            </Cell>
            <Cell>{nameOf({ userId: actor.id ?? '', name: actor.name })}</Cell>
            <Cell>{deed}</Cell>
            <Cell>
              {person === undefined ? '–' : nameOf({ userId: person.id ?? '', name: person.name })}
            </Cell>
          </tr>
        ))}
      </Table>
    </ClassSection>
  )
}
