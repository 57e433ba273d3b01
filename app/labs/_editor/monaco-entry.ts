/**
 * What of Monaco is bundled: the editor and TypeScript. The TypeScript part brings all
 * features of the editor by itself, so that naming a few would leave nothing out.
 * `scripts/build/monaco.ts` builds it; the page loads the result at run time.
 */
import 'monaco-editor/languages/definitions/typescript/register'
import 'monaco-editor/features/register.all'

export { editor, Uri } from 'monaco-editor/editor'
export {
  getTypeScriptWorker,
  typescriptDefaults,
} from 'monaco-editor/languages/features/typescript/register'
