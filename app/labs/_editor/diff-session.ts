'use client'
/** One view of a difference on the page, by the editor; to read only. */
import { editorOptions, preferenceOptions } from './editor-options.ts'
import type { Monaco } from './load-monaco.ts'
import type { EditorPreferences } from './use-preferences.ts'

type DiffEditor = ReturnType<Monaco['editor']['createDiffEditor']>
type Options = NonNullable<Parameters<Monaco['editor']['createDiffEditor']>[1]>
type Models = NonNullable<ReturnType<DiffEditor['getModel']>>

export interface DiffOptions {
  readonly isSideBySide: boolean
  readonly preferences: EditorPreferences
}

export class DiffSession {
  readonly #monaco: Monaco
  readonly #editor: DiffEditor
  /** Given with every change of options: it forgets those that it is not told again. */
  readonly #names: Options
  #models: Models | undefined

  /** @param label what the two texts are */
  constructor(monaco: Monaco, host: HTMLElement, label: string) {
    this.#monaco = monaco
    this.#names = { originalAriaLabel: `${label}: left`, modifiedAriaLabel: `${label}: right` }
    this.#editor = monaco.editor.createDiffEditor(host, {
      ...editorOptions(host),
      readOnly: true,
      renderLineHighlight: 'none',
      originalEditable: false,
      ...this.#names,
      // The reader chooses; a narrow window is no reason to choose otherwise.
      useInlineViewWhenSpaceIsLimited: false,
      renderValidationDecorations: 'off',
      hideUnchangedRegions: { enabled: true },
    })
  }

  show(left: string, right: string): void {
    const { editor } = this.#monaco
    const before = this.#models
    this.#models = {
      original: editor.createModel(left, 'typescript'),
      modified: editor.createModel(right, 'typescript'),
    }
    this.#editor.setModel(this.#models)
    disposeModels(before)
  }

  setOptions({ isSideBySide, preferences }: DiffOptions): void {
    const options: Options = {
      ...this.#names,
      ...preferenceOptions(preferences),
      renderSideBySide: isSideBySide,
    }
    this.#editor.updateOptions(options)
  }

  goToChange(direction: 'next' | 'previous'): void {
    this.#editor.goToDiff(direction)
  }

  dispose(): void {
    this.#editor.dispose()
    disposeModels(this.#models)
  }
}

function disposeModels(models: Models | undefined): void {
  models?.original.dispose()
  models?.modified.dispose()
}
