/** Groups of learners with similar programs, the most alike first. */
import Link from 'next/link'
import type { Cluster, Pair } from '../../_classes/similarity/clusters.ts'
import type { StepSimilarity } from '../../_server/classes/similarity.ts'
import { Cell, Table } from '../../admin/_parts/table.tsx'
import { ClassTime } from '../_parts/class-time.tsx'

interface ClustersProps {
  readonly similarity: StepSimilarity
  /** Address of the page. */
  readonly here: string
  readonly stepId: string
  readonly zone: string
  readonly nameOf: (userId: string) => string
}

const CLUSTERS_MAX = 40
const PAIRS_MAX = 12

export function Clusters(props: ClustersProps) {
  const { clusters, handed } = props.similarity
  if (clusters.length === 0) {
    return (
      <p className="max-w-prose text-muted leading-relaxed">
        {handed.size < 2
          ? 'There is nothing to compare yet: it takes two learners with a verdict.'
          : 'No two learners share more than a few lines that others do not have.'}
      </p>
    )
  }
  return (
    <>
      <ol className="space-y-10">
        {clusters.slice(0, CLUSTERS_MAX).map((cluster, at) => (
          <li key={cluster.programs[0]?.userIds[0]}>
            <Group {...props} cluster={cluster} number={at + 1} />
          </li>
        ))}
      </ol>
      {clusters.length > CLUSTERS_MAX ? (
        <p className="mt-6 text-muted text-sm">
          And {clusters.length - CLUSTERS_MAX} groups that are less alike.
        </p>
      ) : null}
    </>
  )
}

interface GroupProps extends ClustersProps {
  readonly cluster: Cluster
  readonly number: number
}

function Group({ cluster, number, similarity, here, stepId, zone, nameOf }: GroupProps) {
  const learners = cluster.programs.flatMap(({ userIds }) => userIds)
  const rows = rowsOf(cluster)
  const heading = `group-${number}`
  return (
    <section aria-labelledby={heading}>
      <h3 id={heading} className="mb-2 font-semibold">
        Group {number}: {learners.length} learners, up to {percent(cluster.share)} alike
      </h3>
      <Table
        label={`Pairs of group ${number}`}
        heads={['Learners', 'Handed in', 'Alike, of what counts', 'Code']}
      >
        {rows.slice(0, PAIRS_MAX).map(({ left, right, share, isSame }) => (
          <tr key={`${left} ${right}`} className="border-line border-b">
            <Cell>
              {nameOf(left)} and {nameOf(right)}
            </Cell>
            <Cell isQuiet>
              {[left, right].map((userId) => (
                <span key={userId} className="block">
                  <ClassTime at={similarity.handed.get(userId)?.createdAt ?? NEVER} zone={zone} />
                </span>
              ))}
            </Cell>
            <Cell>{isSame ? 'all but names, values and comments' : percent(share)}</Cell>
            <Cell>
              <Link
                href={`${here}?${new URLSearchParams({ step: stepId, left, right })}#compared`}
                prefetch={false}
                className="text-accent underline underline-offset-4"
              >
                side by side
                <span className="sr-only">
                  : {nameOf(left)} and {nameOf(right)}
                </span>
              </Link>
            </Cell>
          </tr>
        ))}
      </Table>
      {rows.length > PAIRS_MAX ? (
        <p className="mt-2 text-muted text-sm">
          And {rows.length - PAIRS_MAX} more pairs. In this group are{' '}
          {learners.map(nameOf).join(', ')}.
        </p>
      ) : null}
    </section>
  )
}

const NEVER = new Date(0)

interface Row {
  readonly left: string
  readonly right: string
  readonly share: number
  readonly isSame: boolean
}

/** Each with the next of those who have the same program, then pairs of different programs. */
function rowsOf({ programs, pairs }: Cluster): readonly Row[] {
  const same = programs.flatMap(({ userIds }) =>
    userIds.slice(1).map((right, at) => ({
      left: userIds[at] ?? '',
      right,
      share: 1,
      isSame: true,
    })),
  )
  const firstOf = (at: number) => programs[at]?.userIds[0] ?? ''
  const different = pairs.map(({ left, right, share }: Pair) => ({
    left: firstOf(left),
    right: firstOf(right),
    share,
    isSame: false,
  }))
  return [...same, ...different]
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`
}
