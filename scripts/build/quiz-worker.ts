/** Bundles the service worker that shows the quiz's pages without a network. */
import { bundleForBrowser } from './bundle-for-browser.ts'
import { writePublic } from './hashed-output.ts'

export const inputs: readonly string[] = [
  'app/_quiz/offline/kept-pages.ts',
  'app/_quiz/offline/quiz.worker.ts',
  'package.json',
  'scripts/build/bundle-for-browser.ts',
  'scripts/build/hashed-output.ts',
]
export const outputs: readonly string[] = ['public/quiz-worker']

/** Writes `public/quiz-worker/worker.js`: browsers look there for a newer one, so it has no hash. */
export async function build(): Promise<void> {
  const content = await bundleForBrowser('app/_quiz/offline/quiz.worker.ts')
  await writePublic('quiz-worker', [{ path: 'worker.js', content }])
}
