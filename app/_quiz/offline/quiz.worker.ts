/**
 * The service worker of the quiz. The network comes first; without it the quiz's pages are shown as
 * they were kept. Bundled by `scripts/build/quiz-worker.ts`.
 */
import { CacheFirst, ExpirationPlugin, NetworkFirst, Serwist } from 'serwist'
import { FILE_CACHE, FILE_PREFIX, KEPT_PATHS, PAGE_CACHE } from './kept-pages.ts'

const DAY_S = 24 * 60 * 60

const worker = new Serwist({
  skipWaiting: true,
  clientsClaim: true,
  runtimeCaching: [
    {
      matcher: ({ request, sameOrigin, url }) =>
        sameOrigin && request.mode === 'navigate' && KEPT_PATHS.includes(url.pathname),
      handler: new NetworkFirst({
        cacheName: PAGE_CACHE,
        plugins: [new ExpirationPlugin({ maxEntries: 20, maxAgeSeconds: 14 * DAY_S })],
      }),
    },
    {
      matcher: ({ sameOrigin, url }) => sameOrigin && url.pathname.startsWith(FILE_PREFIX),
      handler: new CacheFirst({
        cacheName: FILE_CACHE,
        // Several builds' worth: an old page needs the files that it was made with.
        plugins: [new ExpirationPlugin({ maxEntries: 400, maxAgeSeconds: 30 * DAY_S })],
      }),
    },
  ],
})
worker.addEventListeners()
