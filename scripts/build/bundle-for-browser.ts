/** One way to bundle the workers. */
import { build as esbuild } from 'esbuild'

/** Bundles a worker with all that it imports into one classic script. */
export async function bundleForBrowser(entry: string): Promise<Uint8Array> {
  const { outputFiles } = await esbuild({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    platform: 'browser',
    target: 'es2022',
    // Some libraries look at it, and no browser has it.
    define: { 'process.env.NODE_ENV': '"production"' },
    legalComments: 'none',
    logLevel: 'error',
    // TypeScript asks for these only where it runs under Node.
    external: ['fs', 'path', 'os', 'crypto', 'inspector', 'perf_hooks', 'source-map-support'],
  })
  const [file] = outputFiles
  if (file === undefined) throw new Error(`${entry} gave no output`)
  return file.contents
}
