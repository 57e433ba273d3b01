/**
 * Bundles the editor once, beside Next's own build: it changes only with its version, and
 * bundling it through Next doubles the time of a first start.
 */
import { readFile } from 'node:fs/promises'
import { basename, extname } from 'node:path'
import { type BuildOptions, build as esbuild, type OutputFile } from 'esbuild'
import { contentHash, type PublicFile, writeManifest, writePublic } from './hashed-output.ts'

export const inputs: readonly string[] = [
  'app/labs/_editor/monaco-entry.ts',
  'package.json',
  'scripts/build/hashed-output.ts',
  'scripts/build/monaco.ts',
]

const BASE: BuildOptions = {
  bundle: true,
  minify: true,
  write: false,
  outdir: '/out',
  platform: 'browser',
  target: 'es2022',
  legalComments: 'none',
  logLevel: 'error',
  loader: { '.ttf': 'file' },
  assetNames: '[name]-[hash]',
}

/** Writes `public/monaco/<hash>/` and its manifest. */
export async function build(): Promise<void> {
  const [editor, workers] = await Promise.all([
    esbuild({
      ...BASE,
      format: 'esm',
      entryPoints: { editor: 'app/labs/_editor/monaco-entry.ts' },
    }),
    esbuild({
      ...BASE,
      format: 'iife',
      entryPoints: {
        'editor.worker': 'monaco-editor/editor/editor.worker',
        'ts.worker': 'monaco-editor/languages/features/typescript/ts.worker',
      },
    }),
  ])
  const files = [...(editor.outputFiles ?? []), ...(workers.outputFiles ?? [])].map(toPublicFile)
  const hash = contentHash(...files.map(({ content }) => content))
  const license = await readFile('node_modules/monaco-editor/LICENSE')
  await writePublic(
    'monaco',
    [...files, { path: 'LICENSE.txt', content: license }].map((file) => ({
      ...file,
      path: `${hash}/${file.path}`,
    })),
  )
  const at = (name: string) => `/monaco/${hash}/${name}`
  await writeManifest('monaco', {
    editor: at('editor.js'),
    styles: at('editor.css'),
    editorWorker: at('editor.worker.js'),
    typescriptWorker: at('ts.worker.js'),
  })
}

function toPublicFile({ path, contents }: OutputFile): PublicFile {
  const name = basename(path)
  if (!['.js', '.css', '.ttf'].includes(extname(name))) {
    throw new Error(`monaco: unexpected output ${name}`)
  }
  return { path: name, content: contents }
}
