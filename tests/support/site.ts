/**
 * For the browser tests: one site for all of them, started as `npm start` does it.
 * A test reads its address by `inject('siteUrl')`.
 */
import type { TestProject } from 'vitest/node'
import { type Chromium, findChromium } from './chromium.ts'
import { startSite } from './started-site.ts'
import { throwawayFolder } from './throwaway-folder.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Without a slash at the end. */
    siteUrl: string
    chromium: Chromium
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  // First, so that a missing browser is told before the site has been built.
  project.provide('chromium', await findChromium())
  const folder = await throwawayFolder()
  const site = await startSite({ dataFolder: folder.path })
  try {
    await site.printed('The grader is ready')
    await site.printed('Netsplit is at')
  } catch (thrown) {
    await site.stop()
    await folder.remove()
    throw thrown
  }
  project.provide('siteUrl', site.url)
  return async () => {
    await site.stop()
    await folder.remove()
  }
}
