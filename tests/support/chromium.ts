/**
 * The browser of the browser tests: one that is installed, or else the one inside an npm
 * package. Without either the tests fail; they are never skipped in silence.
 */
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ROOT } from '../../scripts/state/paths.ts'

export interface Chromium {
  readonly path: string
  /** Variables that it needs beside those of this process. */
  readonly environment: Readonly<Record<string, string>>
}

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

const MISSING =
  'no browser for the browser tests: install Chromium (apt-get install chromium), ' +
  'or set NETSPLIT_CHROMIUM to the program of a Chromium or Chrome.'

/** The first browser that there is; throws the line that says what to install. */
export async function findChromium(): Promise<Chromium> {
  const chosen = process.env.NETSPLIT_CHROMIUM
  if (chosen !== undefined && chosen !== '') {
    if (existsSync(chosen)) return { path: chosen, environment: {} }
    throw new Error(`NETSPLIT_CHROMIUM=${chosen} does not exist.`)
  }
  const installed = installedChromium()
  if (installed !== undefined) return { path: installed, environment: {} }
  try {
    return await packagedChromium()
  } catch (cause) {
    throw new Error(MISSING, { cause })
  }
}

/** A Chromium of this machine, or undefined. */
function installedChromium(): string | undefined {
  const folders = ['/usr/bin', ...(process.env.PATH ?? '').split(delimiter)]
  return NAMES.flatMap((name) => folders.map((folder) => join(folder, name))).find(existsSync)
}

/**
 * The one of the npm package, unpacked once. It brings its own libraries and fonts for
 * machines that have none.
 */
async function packagedChromium(): Promise<Chromium> {
  const folder = join(ROOT, '.netsplit', 'chromium')
  if (!existsSync(folder)) await unpack(folder)
  const libraries = join(folder, 'al2023', 'lib')
  return {
    path: join(folder, 'chromium'),
    environment: {
      LD_LIBRARY_PATH: [libraries, process.env.LD_LIBRARY_PATH ?? ''].filter(Boolean).join(':'),
      FONTCONFIG_PATH: join(folder, 'fonts'),
    },
  }
}

async function unpack(folder: string): Promise<void> {
  const { inflate } = await import('@sparticuz/chromium')
  const packed = join(dirname(fileURLToPath(import.meta.resolve('@sparticuz/chromium'))), '../bin')
  await mkdir(dirname(folder), { recursive: true })
  const draft = await mkdtemp(`${folder}.`)
  const usual = process.env.TMPDIR
  try {
    // The package unpacks to the folder for temporary files, under names that anybody knows.
    process.env.TMPDIR = draft
    for (const name of ['chromium.br', 'fonts.tar.br', 'swiftshader.tar.br', 'al2023.tar.br']) {
      await inflate(join(packed, name))
    }
    await rename(draft, folder)
  } finally {
    if (usual === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = usual
    await rm(draft, { recursive: true, force: true })
  }
}
