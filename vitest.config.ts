import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { defineConfig } from 'vitest/config'

/** Limits for a test that hangs, far above what any needs on a busy machine. */
const FAST_MS_MAX = 60_000
const SLOW_MS_MAX = 180_000

/** Tests that try many solutions: pure computing, but minutes of it. */
const CORPUS = ['tests/corpus/**/*.test.ts']
/** Tests that start processes; all others are fast ones. */
const HOST = ['tests/host/**/*.test.ts', 'tests/platform/**/*.test.ts']
const E2E = ['tests/e2e/**/*.test.ts']

export default defineConfig({
  resolve: {
    // Outside of Next, where it guards the browser's bundle, the real one only throws.
    alias: { 'server-only': join(import.meta.dirname, 'node_modules/server-only/empty.js') },
  },
  test: {
    projects: [
      {
        test: {
          name: 'fast',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: [...CORPUS, ...HOST, ...E2E],
          testTimeout: FAST_MS_MAX,
          // They compute and wait for nothing, so each core can have its own.
          maxWorkers: availableParallelism(),
        },
      },
      {
        test: {
          name: 'corpus',
          include: CORPUS,
          testTimeout: SLOW_MS_MAX,
          maxWorkers: availableParallelism(),
        },
      },
      {
        test: {
          name: 'host',
          include: HOST,
          globalSetup: ['tests/support/database-server.ts'],
          pool: 'forks',
          // Each file has a database of its own, so another core can take the next one.
          maxWorkers: availableParallelism(),
          // isolated-vm asks for this flag.
          execArgv: ['--no-node-snapshot'],
          testTimeout: SLOW_MS_MAX,
          hookTimeout: SLOW_MS_MAX,
        },
      },
      {
        test: {
          name: 'e2e',
          include: E2E,
          globalSetup: ['tests/support/site.ts'],
          maxWorkers: availableParallelism(),
          testTimeout: SLOW_MS_MAX,
          hookTimeout: SLOW_MS_MAX,
        },
      },
    ],
  },
})
