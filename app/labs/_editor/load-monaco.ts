'use client'
/** Loads the editor once per page, set up for TypeScript on the kit. */
import type { EditorAssets, KitTypesFile } from './assets.ts'
import { fetchKitTypes } from './kit-types.ts'

export type Monaco = typeof import('./monaco-entry.ts')

let loading: Promise<Monaco> | undefined

/** The editor, when it has been loaded and knows the kit's types. */
export function loadMonaco(assets: EditorAssets): Promise<Monaco> {
  loading ??= load(assets).catch((error: unknown) => {
    loading = undefined
    throw error
  })
  return loading
}

async function load(assets: EditorAssets): Promise<Monaco> {
  window.MonacoEnvironment = {
    getWorker: (_moduleId, label) =>
      new Worker(label === 'typescript' ? assets.typescriptWorker : assets.editorWorker),
  }
  const [monaco, types] = await Promise.all([
    import(/* turbopackIgnore: true */ assets.editor) as Promise<Monaco>,
    fetchKitTypes(assets.types),
    loadStyles(assets.styles),
  ])
  setUpTypeScript(monaco, types)
  return monaco
}

function loadStyles(url: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const link = document.createElement('link')
    link.rel = 'stylesheet'
    link.href = url
    link.onload = () => resolve()
    link.onerror = () => reject(new Error("the editor's styles could not be loaded"))
    document.head.append(link)
  })
}

type Target = ReturnType<Monaco['typescriptDefaults']['getCompilerOptions']>['target']

/** The numbers are TypeScript's own, which the editor's types do not all name. */
const ES2022 = 9 as number as NonNullable<Target>
const COMMON_JS = 1
const NODE_RESOLUTION = 2

/** The same options as the grader's compiler, plus strictness for the learner's good. */
function setUpTypeScript(monaco: Monaco, types: readonly KitTypesFile[]): void {
  const { typescriptDefaults } = monaco
  typescriptDefaults.setCompilerOptions({
    target: ES2022,
    module: COMMON_JS,
    moduleResolution: NODE_RESOLUTION,
    lib: ['lib.es2023.d.ts'],
    types: [],
    strict: true,
    useDefineForClassFields: true,
    esModuleInterop: true,
    sourceMap: true,
    allowNonTsExtensions: true,
  })
  typescriptDefaults.setExtraLibs(
    types.map(({ path, text }) => ({ filePath: path, content: text })),
  )
  typescriptDefaults.setEagerModelSync(true)
  // Files that are open to be read need no underlining of their own.
  typescriptDefaults.setDiagnosticsOptions({ onlyVisible: true })
}

declare global {
  interface Window {
    MonacoEnvironment?: {
      readonly getWorker: (moduleId: string, label: string) => Worker
    }
  }
}
