/** The whole of a database, for tests of what may change nothing. */
import { expect } from 'vitest'
import { db } from '#db'

/** All rows of all tables, as one text that differs as soon as one of them does. */
export async function everything(): Promise<string> {
  const tables = await db.$queryRaw<{ name: string }[]>`
    select table_name as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`
  const hashes = await Promise.all(
    tables.map(async ({ name }) => {
      const rows = await db.$queryRawUnsafe<{ hash: string | null }[]>(
        `select md5(string_agg(row::text, ',' order by row::text)) as hash from "${name}" row`,
      )
      return `${name} ${rows[0]?.hash}`
    }),
  )
  expect(hashes.length).toBeGreaterThan(30)
  return hashes.join('\n')
}
