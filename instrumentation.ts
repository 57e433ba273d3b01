/** What a web process does beside answering, once from its start. */

export async function register(): Promise<void> {
  // `next build` loads this too, and has no database.
  const isServing = process.env.NEXT_RUNTIME === 'nodejs' && (process.env.DATABASE_URL ?? '') !== ''
  if (!isServing || process.env.NEXT_PHASE === 'phase-production-build') return
  const { startScoreWorker } = await import('./app/_server/lti/score-worker.ts')
  startScoreWorker()
}
