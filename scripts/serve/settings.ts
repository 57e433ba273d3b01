/** Settings that a process on its own cannot make up. */
import { UserError } from '../terminal.ts'

const EXAMPLES: Readonly<Record<string, string>> = {
  DATABASE_URL: 'the address of a PostgreSQL, postgresql://user:password@host:5432/netsplit',
  NETSPLIT_AUTH_SECRET: 'at least 32 random characters, the same for every web process',
  NETSPLIT_URL: 'the address at which people reach the site',
  NETSPLIT_SEED_SECRET: 'at least 32 random characters, the same for every grader',
}

/** The value of a setting, or one line that says what to set. */
export function requireSetting(name: string, command: string): string {
  const value = process.env[name]
  if (value !== undefined && value !== '') return value
  throw new UserError(`npm run ${command} needs ${name}: ${EXAMPLES[name] ?? 'set it first'}.`)
}
