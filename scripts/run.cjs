/*
 * The door of every npm script. Plain JavaScript for whatever Node the user has (20.9 or
 * newer): installs the packages when they changed, generates the database client, and runs
 * the command under the Node that is pinned in package.json.
 *
 * Nothing here is a pre- or post-script of npm: those do not run where scripts are switched
 * off, and could not change the Node.
 */
'use strict'
const { spawn, spawnSync } = require('node:child_process')
const { createHash } = require('node:crypto')
const { existsSync, mkdirSync, readFileSync, writeFileSync } = require('node:fs')
const { delimiter, join } = require('node:path')

const ROOT = join(__dirname, '..')
const MODULES = join(ROOT, 'node_modules')
const COMMANDS = [
  'start',
  'test',
  'check',
  'bench',
  'power',
  'format',
  'migration',
  'doctor',
  'web',
  'grader',
  'queue',
  'demo',
  'admin',
  'roles',
]
const NODE_MAJOR_MIN = 24
const PARENT_POLL_MS = 500
const STOP_MS_MAX = 20_000

process.chdir(ROOT)
process.env.NEXT_TELEMETRY_DISABLED = '1'
process.env.CHECKPOINT_DISABLE = '1'
main(process.argv[2], process.argv.slice(3))

function main(command, rest) {
  if (!COMMANDS.includes(command)) fail(`use one of: ${COMMANDS.join(', ')}`)
  installPackages()
  const node = pinnedNode()
  process.env.PATH = `${join(MODULES, '.bin')}${delimiter}${process.env.PATH}`
  generateClient(node)
  runUntilEnd(node, [join('scripts', `${command}.ts`), ...rest])
}

function fail(message) {
  console.error(`netsplit: ${message}`)
  process.exit(1)
}

function hashOf(...texts) {
  const hash = createHash('sha256')
  for (const text of texts) hash.update(text).update('\0')
  return hash.digest('hex')
}

function read(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : ''
}

/** The stamp is inside node_modules, so that removing that folder removes it too. */
function installPackages() {
  const { dependencies, devDependencies, optionalDependencies, overrides } = JSON.parse(
    read('package.json'),
  )
  const wanted = hashOf(
    JSON.stringify([dependencies, devDependencies, optionalDependencies, overrides]),
    read('package-lock.json'),
    `${process.platform}-${process.arch}`,
  )
  const stamp = join(MODULES, '.netsplit-installed')
  if (read(stamp) === wanted) return
  console.log('Installing packages (about a minute the first time) …')
  // `--include=dev`, because NODE_ENV may be set to production in the user's shell.
  const quiet = ['--include=dev', '--no-audit', '--no-fund', '--loglevel=error']
  if (npm('ci', ...quiet) !== 0) {
    console.log('`npm ci` failed (see above); trying `npm install --no-save` instead.')
    if (npm('install', '--no-save', ...quiet) !== 0) fail('the packages could not be installed.')
  }
  mkdirSync(MODULES, { recursive: true })
  writeFileSync(stamp, wanted)
}

function npm(...args) {
  const cli = process.env.npm_execpath
  const isNpm = cli !== undefined && /npm-cli\.c?js$/.test(cli)
  const [program, first] = isNpm ? [process.execPath, [cli]] : ['npm', []]
  const options = { stdio: 'inherit', shell: !isNpm && process.platform === 'win32' }
  return spawnSync(program, [...first, ...args], options).status
}

/** The Node of the packages; this one where there is none, if it is new enough. */
function pinnedNode() {
  const platform = process.platform === 'win32' ? 'win' : process.platform
  const name = process.platform === 'win32' ? 'node.exe' : 'node'
  const packaged = join(MODULES, `node-${platform}-${process.arch}`, 'bin', name)
  if (existsSync(packaged) && spawnSync(packaged, ['-v']).status === 0) return packaged
  if (Number.parseInt(process.versions.node, 10) >= NODE_MAJOR_MIN) return process.execPath
  return fail(
    `there is no Node ${NODE_MAJOR_MIN} package for ${platform}-${process.arch}, and this is ` +
      `Node ${process.versions.node}: install Node ${NODE_MAJOR_MIN} and run the command again.`,
  )
}

function generateClient(node) {
  const wanted = hashOf(read('prisma/schema.prisma'), read('package-lock.json'))
  const stamp = join(MODULES, '.netsplit-generated')
  if (read(stamp) === wanted && existsSync('prisma/generated/client.ts')) return
  // Generating needs no engine, but looks for one, and would download it.
  const env = { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: node, PRISMA_HIDE_UPDATE_MESSAGE: '1' }
  const cli = join(MODULES, 'prisma', 'build', 'index.js')
  const { status, stdout, stderr } = spawnSync(node, [cli, 'generate'], { env, encoding: 'utf8' })
  if (status !== 0) fail(`the database client could not be generated:\n${stdout}${stderr}`)
  writeFileSync(stamp, wanted)
}

/** Our parent and, where npm runs us through a shell and the system tells, the parent of that. */
function parents() {
  const shell = process.env.npm_lifecycle_event === undefined ? '' : `/proc/${process.ppid}/stat`
  // The fields after the name, which is in brackets: state, then parent.
  const grandparent = /\) \S (\d+)/.exec(existsSync(shell) ? readFileSync(shell, 'utf8') : '')?.[1]
  return `${process.ppid} ${grandparent}`
}

function runUntilEnd(node, args) {
  const child = spawn(node, args, { stdio: 'inherit' })
  const family = parents()
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => child.kill(signal))
  }
  // npm and the shell between us die without a word, one or both, and leave us orphaned.
  const watch = setInterval(() => {
    if (parents() === family) return
    clearInterval(watch)
    child.kill('SIGTERM')
    setTimeout(() => child.kill('SIGKILL'), STOP_MS_MAX).unref()
  }, PARENT_POLL_MS)
  child.on('error', (error) => fail(`cannot run ${node}: ${error.message}`))
  child.on('exit', (code) => process.exit(code ?? 1))
}
