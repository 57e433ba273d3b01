/**
 * `npm run doctor`: what this machine offers to Netsplit, one line each. It changes nothing
 * and starts nothing that stays.
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { probeLayers } from '../grader/host/sandbox/capabilities.ts'
import { sandboxFiles } from '../grader/host/sandbox/launch.ts'
import { findChromium } from '../tests/support/chromium.ts'
import type { Finding } from './doctor/finding.ts'
import { sandboxFindings } from './doctor/sandbox-findings.ts'
import { findPackage } from './postgres/binaries.ts'
import { describeDatabase, requireDatabase } from './postgres/external.ts'
import { prepareDataFolder } from './state/data-folder.ts'
import { BUILD_FOLDER, dataFolderOf, ROOT } from './state/paths.ts'
import { readAddress, requireFreePort } from './state/port.ts'
import { messageOf, runCommand, say } from './terminal.ts'

const NODE_MAJOR = 24

await runCommand(async () => {
  const findings = [
    node(),
    await tried('data folder', dataFolder),
    await tried('database', database),
    await tried('port', port),
    await tried('browser for tests', async () => (await findChromium()).path),
    ...(await sandbox()),
  ]
  for (const { subject, isGood, detail } of findings) {
    say(`${isGood ? 'ok  ' : 'NOT '} ${subject.padEnd(28)} ${detail}`)
  }
  return findings.every(({ isGood }) => isGood) ? 0 : 1
})
process.exit()

async function tried(subject: string, find: () => Promise<string>): Promise<Finding> {
  try {
    return { subject, isGood: true, detail: await find() }
  } catch (thrown) {
    return { subject, isGood: false, detail: messageOf(thrown) }
  }
}

function node(): Finding {
  const isPinned = process.execPath.startsWith(join(ROOT, 'node_modules'))
  const isGood = Number.parseInt(process.versions.node, 10) === NODE_MAJOR
  const origin = isPinned ? 'from node_modules' : process.execPath
  return { subject: 'Node', isGood, detail: `${process.version}, ${origin}` }
}

async function dataFolder(): Promise<string> {
  const folder = dataFolderOf(process.env)
  await prepareDataFolder(folder)
  return `${folder} can be written to`
}

async function database(): Promise<string> {
  const external = process.env.DATABASE_URL
  if (external !== undefined && external !== '') {
    await requireDatabase(external)
    return describeDatabase(external)
  }
  if (findPackage() === undefined) {
    throw new Error('no embedded PostgreSQL for this platform: set DATABASE_URL')
  }
  return 'embedded PostgreSQL from node_modules'
}

async function port(): Promise<string> {
  const address = readAddress(process.env)
  await requireFreePort(address)
  return `${address.port} is free`
}

async function sandbox(): Promise<readonly Finding[]> {
  const files = sandboxFiles(join(BUILD_FOLDER, 'sandbox'))
  if (!existsSync(join(BUILD_FOLDER, 'sandbox', 'worker.cjs'))) {
    const detail = 'not built yet: npm start builds it'
    return [{ subject: 'sandbox', isGood: false, detail }]
  }
  try {
    return sandboxFindings(await probeLayers(files))
  } catch (thrown) {
    return [{ subject: 'sandbox', isGood: false, detail: messageOf(thrown) }]
  }
}
