/** Opens the browser for a test file: a fresh profile, no access to anything but the site. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, type BrowserContextOptions, chromium } from 'playwright-core'
import { inject } from 'vitest'

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

export interface OpenBrowser {
  readonly context: BrowserContext
  close(): Promise<void>
}

/** Opens the browser that the tests' setup found; `close` also removes its profile. */
export async function openBrowser(options: BrowserContextOptions = {}): Promise<OpenBrowser> {
  const { path, environment } = inject('chromium')
  const profile = await mkdtemp(join(tmpdir(), 'netsplit-browser-'))
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: path,
    chromiumSandbox: false,
    args: FLAGS,
    env: { ...process.env, ...environment },
    baseURL: inject('siteUrl'),
    ...options,
  })
  const close = async () => {
    await context.close()
    await rm(profile, { recursive: true, force: true })
  }
  return { context, close }
}
