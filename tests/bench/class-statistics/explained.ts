/** What PostgreSQL does for the queries of stores, as the stores send them. */
import pg from 'pg'

interface SentQuery {
  readonly text: string
  readonly values: unknown[]
}

/** Runs the stores once, and has the server explain every query of theirs that gathers rows. */
export async function explained(
  stores: readonly (readonly [name: string, work: () => Promise<unknown>])[],
): Promise<string> {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL ?? '' })
  await client.connect()
  try {
    const plans: string[] = []
    for (const [name, work] of stores) {
      for (const { text, values } of await sentBy(work)) {
        const { rows } = await client.query<{ readonly 'QUERY PLAN': string }>(
          `explain (analyze, buffers) ${text}`,
          values,
        )
        plans.push([name, ...rows.map((row) => row['QUERY PLAN'])].join('\n'))
      }
    }
    return plans.join('\n\n')
  } finally {
    await client.end()
  }
}

/** The queries that pools send meanwhile. */
async function sentBy(work: () => Promise<unknown>): Promise<readonly SentQuery[]> {
  const sent: SentQuery[] = []
  const pool = pg.Pool.prototype
  const original = Reflect.get(pool, 'query') as (...args: unknown[]) => unknown
  Reflect.set(pool, 'query', function (this: pg.Pool, ...args: unknown[]) {
    const [query] = args
    if (isQuery(query)) sent.push({ text: query.text, values: query.values })
    return original.apply(this, args)
  })
  try {
    await work()
  } finally {
    Reflect.set(pool, 'query', original)
  }
  return sent
}

function isQuery(query: unknown): query is SentQuery {
  return typeof query === 'object' && query !== null && 'text' in query && 'values' in query
}
