/**
 * `npm run queue`: what waits, who grades, and what was set aside.
 *
 *   npm run queue -- retry <id> …            grades what was set aside once more
 *   npm run queue -- retry all
 *   npm run queue -- regrade raft/03-election  grades again what an older lab version judged
 */

import { db } from '#db'
import { orderRegrade } from '#host/queue/regrade.ts'
import { listSetAside, retrySetAside } from '#host/queue/set-aside.ts'
import { requireDatabase } from './postgres/external.ts'
import { runningDatabase } from './postgres/running.ts'
import { dataFolderOf } from './state/paths.ts'
import { runCommand, say, UserError } from './terminal.ts'

const USAGE =
  'use `npm run queue`, `npm run queue -- retry <id> …`, `npm run queue -- retry all` or ' +
  '`npm run queue -- regrade <lab>/<step>`'

await runCommand(async () => {
  const external = process.env.DATABASE_URL ?? ''
  const url = external === '' ? await runningDatabase(dataFolderOf(process.env)) : external
  await requireDatabase(url)
  process.env.DATABASE_URL = url
  const [command, ...rest] = process.argv.slice(2)
  if (command === undefined) return show()
  if (command === 'retry' && rest.length > 0) return retry(rest)
  if (command === 'regrade' && rest.length === 1) return regrade(rest[0] ?? '')
  throw new UserError(USAGE)
})
process.exit()

async function show(): Promise<number> {
  const [waiting, running, regrades, graders, setAside] = await Promise.all([
    db.submission.count({ where: { state: 'queued' } }),
    db.submission.count({ where: { state: 'running' } }),
    db.submission.count({ where: { regradeVersion: { not: null }, asideReason: null } }),
    db.grader.findMany({ orderBy: { startedAt: 'asc' } }),
    listSetAside(),
  ])
  say(`${waiting} waiting, ${running} running, ${regrades} to be graded again`)
  for (const { id, holding, concurrency } of graders) {
    const lanes = concurrency === 0 ? 'regrades only' : `${concurrency} at once`
    say(`grader ${id} (${lanes}): ${holding.length === 0 ? 'idle' : holding.join(', ')}`)
  }
  if (graders.length === 0) say('no grader is at work')
  for (const { id, labId, stepId, lane, reason, triedBy } of setAside) {
    const what = lane === 'bulk' ? ' (graded again)' : ''
    say(`set aside ${id} ${labId}/${stepId}${what}, ${triedBy.length} attempts: ${reason}`)
  }
  if (setAside.length > 0) say('`npm run queue -- retry all` tries them once more')
  return 0
}

async function retry(wanted: readonly string[]): Promise<number> {
  const known = (await listSetAside()).map(({ id }) => id)
  const ids = wanted[0] === 'all' ? known : wanted
  const unknown = ids.filter((id) => !known.includes(id))
  if (unknown.length > 0) {
    throw new UserError(`not set aside: ${unknown.join(', ')}. \`npm run queue\` lists what is.`)
  }
  const retried = await retrySetAside(ids)
  say(`${retried.length} given back to the line`)
  return 0
}

async function regrade(step: string): Promise<number> {
  const [labId = '', stepId = ''] = step.split('/')
  const ordered = await orderRegrade({ labId, stepId })
  if (ordered.kind === 'no-such-step') {
    throw new UserError(`there is no step ${step}: write lab and step as in raft/03-election`)
  }
  const { count, labVersion } = ordered
  say(`${count} submission(s) are graded again with lab version ${labVersion}, when nobody waits`)
  return 0
}
