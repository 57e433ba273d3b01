/**
 * The account that PostgreSQL runs as. It refuses to run as root, so a start by root (in a
 * container, say) drops to a number that no account has: no user is made on this machine,
 * and whatever else runs as `nobody` cannot read the database.
 */
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { UserError } from '../terminal.ts'

export interface Account {
  readonly uid: number
  readonly gid: number
}

/** All that the programs of PostgreSQL see of our environment. */
export const SERVER_ENVIRONMENT: NodeJS.ProcessEnv = {
  LC_ALL: 'C',
  NODE_ENV: 'production',
  PATH: '/usr/bin:/bin',
}

/** In the range that Linux keeps for accounts without a name (systemd's dynamic users). */
const SERVER_ID = 64_733

/** The account for the server; undefined means our own. */
export function serverAccount(): Account | undefined {
  return isRoot() ? { uid: SERVER_ID, gid: SERVER_ID } : undefined
}

/**
 * The account that makes the database: `initdb` insists on one with a name. What it makes
 * is handed to the server's account afterwards.
 */
export function initAccount(): Account | undefined {
  if (!isRoot()) return undefined
  const nobody = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .find(([name]) => name === 'nobody')
  if (nobody === undefined) {
    throw new UserError(
      'PostgreSQL cannot run as root, and this machine has no user `nobody`: ' +
        'run `npm start` as another user, or set DATABASE_URL to a PostgreSQL of yours.',
    )
  }
  return { uid: Number(nobody[2]), gid: Number(nobody[3]) }
}

/** Whether the account may pass through this folder and all that lie above it. */
export function canReach(account: Account | undefined, folder: string): boolean {
  if (account === undefined) return true
  return spawnSync('/bin/sh', ['-c', 'test -x "$0"', folder], { ...account }).status === 0
}

function isRoot(): boolean {
  return process.getuid?.() === 0
}
