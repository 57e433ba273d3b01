/** What each process is told. Neither gets a secret that only the other needs. */
import type { Address } from '../state/port.ts'

interface Common {
  readonly databaseUrl: string
  readonly dataFolder: string
}

/** For the web process, which signs sessions. */
export function webEnvironment(
  options: Common & { readonly address: Address; readonly authSecret: string },
): NodeJS.ProcessEnv {
  const { NETSPLIT_SEED_SECRET: _, ...inherited } = process.env
  return {
    ...inherited,
    NODE_ENV: 'production',
    DATABASE_URL: options.databaseUrl,
    PORT: String(options.address.port),
    NETSPLIT_URL: options.address.url,
    NETSPLIT_AUTH_SECRET: options.authSecret,
    NETSPLIT_DATA_DIR: options.dataFolder,
  }
}

/** For the grader, which draws the seeds of hidden checks. */
export function graderEnvironment(
  options: Common & { readonly seedSecret: string; readonly siteUrl: string },
): NodeJS.ProcessEnv {
  const { NETSPLIT_AUTH_SECRET: _, ...inherited } = process.env
  return {
    ...inherited,
    NODE_ENV: 'production',
    DATABASE_URL: options.databaseUrl,
    NETSPLIT_SEED_SECRET: options.seedSecret,
    // Whether strangers can reach the site decides how many walls the sandbox must have.
    NETSPLIT_URL: options.siteUrl,
    NETSPLIT_DATA_DIR: options.dataFolder,
  }
}
