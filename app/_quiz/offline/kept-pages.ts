/**
 * The quiz's pages, kept in the browser for whoever goes without a network: they are fetched once when
 * the learner asks for it, and a service worker shows them when the server is out of reach. They hold
 * what their learner was asked, so that signing out removes them.
 */

/** Where the worker keeps the pages, and the scripts, styles and fonts that they need. */
export const PAGE_CACHE = 'netsplit-quiz-pages'
export const FILE_CACHE = 'netsplit-quiz-files'

/** Pages that the worker shows without a network; all else it leaves alone. */
export const KEPT_PATHS: readonly string[] = ['/quiz', '/quiz/session']

/** What Next builds: each path carries a hash of its content. */
export const FILE_PREFIX = '/_next/static/'

const WORKER = '/quiz-worker/worker.js'
const SCOPE = '/quiz'

/**
 * Keeps the page that is open and the quiz's home.
 * @throws Error with a sentence for the reader, when the browser cannot or does not
 */
export async function keepPages(): Promise<void> {
  if (!('serviceWorker' in navigator) || !('caches' in window)) {
    throw new Error('This browser keeps no pages: leave this one open instead.')
  }
  try {
    await navigator.serviceWorker.register(WORKER, { scope: SCOPE })
    const [pages, files] = await Promise.all([caches.open(PAGE_CACHE), caches.open(FILE_CACHE)])
    const { pathname, search } = window.location
    const wanted = [...new Set([pathname + search, '/quiz'])]
    await pages.addAll(wanted)
    const kept = await Promise.all(wanted.map(async (path) => (await pages.match(path))?.text()))
    await files.addAll([...new Set([...filesOf(kept.join('\n')), ...filesLoaded()])])
  } catch {
    throw new Error(
      'Your browser did not keep the page: the network is away, or its storage is full or switched off.',
    )
  }
}

/** Whether the page that is open would come back without a network; a browser that refuses kept none. */
export async function hasKeptPage(): Promise<boolean> {
  if (!('caches' in window)) return false
  const { pathname, search } = window.location
  const kept = caches.match(pathname + search, { cacheName: PAGE_CACHE })
  return kept.then((page) => page !== undefined).catch(() => false)
}

/** To be called when the learner leaves this browser; one that refuses its storage has kept nothing. */
export async function forgetPages(): Promise<void> {
  if ('caches' in window) await caches.delete(PAGE_CACHE).catch(() => false)
}

/** The scripts and styles that pages name in their HTML. */
function filesOf(html: string): readonly string[] {
  return [...html.matchAll(/\/_next\/static\/[\w./~-]+\.(?:js|css)/g)].map(([path]) => path)
}

/** What this page has fetched by now: fonts, and scripts that came later. */
function filesLoaded(): readonly string[] {
  return performance
    .getEntriesByType('resource')
    .map(({ name }) => new URL(name))
    .filter(
      ({ origin, pathname }) => origin === location.origin && pathname.startsWith(FILE_PREFIX),
    )
    .map(({ pathname }) => pathname)
}
