/** Who saw the site as the reader does, and why. */
import { listViewings } from '../../_server/viewing/viewings.ts'
import { Cell, Table, Time } from '../../admin/_parts/table.tsx'
import { Section } from './section.tsx'

export async function ViewingSection({ userId }: { readonly userId: string }) {
  const views = await listViewings(userId)
  return (
    <Section
      id="views"
      title="Who saw the site as you"
      lead="Instructors of your classes can see their class as you do, and administrators the site, for half an hour and for reading only. Each time stands here."
    >
      {views.length === 0 ? (
        <p>Nobody so far.</p>
      ) : (
        <Table label="Views as you" heads={['From', 'Until', 'Who', 'What', 'Why']}>
          {views.map(({ id, viewer, of, reason, startedAt, endedAt }) => (
            <tr key={id} className="border-line border-b">
              <Cell isQuiet>
                <Time at={startedAt} />
              </Cell>
              <Cell isQuiet>
                <Time at={endedAt} />
              </Cell>
              <Cell>{viewer}</Cell>
              <Cell>{of ?? 'the whole site'}</Cell>
              <Cell>{reason}</Cell>
            </tr>
          ))}
        </Table>
      )}
    </Section>
  )
}
