/** Builds the site for production. */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { ROOT } from '../state/paths.ts'

export const inputs: readonly string[] = [
  'app',
  'content',
  'grader/core',
  'instrumentation.ts',
  'labs',
  'systems',
  'prisma/client.ts',
  'prisma/schema.prisma',
  'next.config.ts',
  'postcss.config.mjs',
  'package.json',
  'tsconfig.json',
  // Written by the steps before this one; pages may take paths and texts from there.
  '.netsplit/build/content',
  '.netsplit/build/kit-types',
  '.netsplit/build/monaco',
  '.netsplit/build/run-worker',
]

/** BUILD_ID is written last, so it stands for all of `.next`. */
export const outputs: readonly string[] = ['.next/BUILD_ID']

/** Runs `next build`; its report is shown only when it fails. */
export async function build(): Promise<void> {
  const { code, report } = await runNextBuild()
  if (code !== 0) throw new Error(`next build failed:\n${report}`)
}

async function runNextBuild(): Promise<{ code: number | null; report: string }> {
  const next = join(ROOT, 'node_modules', 'next', 'dist', 'bin', 'next')
  return new Promise((resolve, reject) => {
    let report = ''
    const child = spawn(process.execPath, [next, 'build'], {
      cwd: ROOT,
      env: { ...process.env, NODE_ENV: 'production' },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        report += text
      })
    }
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, report }))
  })
}
