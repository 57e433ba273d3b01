/**
 * The one Prisma client of a process. It is made at its first use, not when this file is
 * loaded, because `next build` loads every page's modules without any database.
 */
import { PrismaPg } from '@prisma/adapter-pg'
import { PrismaClient } from './generated/client.ts'

/** Connections that one process keeps at most; web and grader processes are many. */
const POOL_CONNECTIONS_MAX = 8

/** The address of the database. Throws one line that says what to set when there is none. */
export function databaseUrl(): string {
  const url = process.env.DATABASE_URL
  if (url === undefined || url === '') {
    throw new Error(
      'DATABASE_URL is not set: start Netsplit with `npm start`, or set it to a PostgreSQL address.',
    )
  }
  return url
}

let client: PrismaClient | undefined

function connect(): PrismaClient {
  client ??= new PrismaClient({
    adapter: new PrismaPg({ connectionString: databaseUrl(), max: POOL_CONNECTIONS_MAX }),
  })
  return client
}

/** The client. Connects at the first query; reads DATABASE_URL at the first use. */
export const db: PrismaClient = new Proxy({} as PrismaClient, {
  get(_target, property) {
    const real = connect()
    const value: unknown = Reflect.get(real, property, real)
    return typeof value === 'function' ? value.bind(real) : value
  },
  has: (_target, property) => Reflect.has(connect(), property),
})
