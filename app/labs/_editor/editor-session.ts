'use client'
/** One editor on the page: the learner's file in it, and files to read in its place. */
import type { Diagnostic } from '../_workspace/drafts/diagnostic.ts'
import { type EditorFile, isMain, MAIN_FILE } from './editor-file.ts'
import type { EditorAction, EditorHandle } from './editor-handle.ts'
import { editorOptions, preferenceOptions } from './editor-options.ts'
import type { Monaco } from './load-monaco.ts'
import { compileModel } from './monaco-compile.ts'
import type { EditorPreferences } from './use-preferences.ts'

type Editor = ReturnType<Monaco['editor']['create']>
type Model = NonNullable<ReturnType<Editor['getModel']>>
type ViewState = ReturnType<Editor['saveViewState']>

export interface SessionEvents {
  readonly onChange: (source: string) => void
  readonly onDiagnostics: (diagnostics: readonly Diagnostic[]) => void
  /** The editor wants to show another file, such as the one with a definition. */
  readonly onOpen: (file: EditorFile) => void
  readonly onFocus: () => void
}

interface Place {
  readonly line: number
  readonly column: number
}

const ACTION_IDS: Readonly<Record<EditorAction, string>> = {
  format: 'editor.action.formatDocument',
  rename: 'editor.action.rename',
  find: 'actions.find',
  replace: 'editor.action.startFindReplaceAction',
  'go-to-line': 'editor.action.gotoLine',
  definition: 'editor.action.revealDefinition',
  references: 'editor.action.goToReferences',
  explain: 'editor.action.showHover',
  'next-problem': 'editor.action.marker.next',
  'tab-moves-focus': 'editor.action.toggleTabFocusMode',
}

const MAIN_URI = MAIN_FILE.uri

/** TypeScript's severities, as the editor numbers them. */
const SEVERITIES: Readonly<Record<number, Diagnostic['severity']>> = { 8: 'error', 4: 'warning' }

export class EditorSession {
  readonly #monaco: Monaco
  readonly #editor: Editor
  readonly #main: Model
  readonly #events: SessionEvents
  readonly #views = new Map<string, ViewState>()
  readonly #disposables: { dispose(): void }[] = []
  /** The line that a story names. */
  readonly #pointed: ReturnType<Editor['createDecorationsCollection']>
  /** Made to be read, and gone when something else is shown. */
  #borrowed: Model | undefined
  #shown = MAIN_URI
  /** Where to go once the file of this address is shown. */
  #pending: ({ readonly uri: string } & Place) | undefined

  constructor(
    monaco: Monaco,
    host: HTMLElement,
    options: {
      readonly source: string
      readonly preferences: EditorPreferences
      readonly events: SessionEvents
    },
  ) {
    const { source, preferences, events } = options
    this.#monaco = monaco
    this.#events = events
    this.#main = monaco.editor.createModel(source, 'typescript', monaco.Uri.parse(MAIN_URI))
    this.#editor = monaco.editor.create(host, {
      model: this.#main,
      ...editorOptions(host),
      ...preferenceOptions(preferences),
    })
    this.#pointed = this.#editor.createDecorationsCollection()
    this.#disposables.push(
      this.#main.onDidChangeContent(() => {
        this.#pointed.clear()
        events.onChange(this.#main.getValue())
      }),
      this.#editor.onDidFocusEditorText(() => events.onFocus()),
      monaco.editor.onDidChangeMarkers((uris) => {
        if (uris.some((uri) => uri.toString() === MAIN_URI)) this.#readMarkers()
      }),
      monaco.editor.registerEditorOpener({
        openCodeEditor: (editor, uri, place) => editor === this.#editor && this.#open(uri, place),
      }),
    )
  }

  get handle(): EditorHandle {
    const editor = this.#editor
    return {
      compile: () => compileModel(this.#monaco, this.#main),
      replace: (source) => this.#replace(source),
      // The model's own: the editor may be showing something else.
      undo: () => void this.#main.undo(),
      goTo: (line, column) => this.#reveal({ uri: MAIN_URI, line, column }),
      point: (line) => this.#point(line),
      act: (action) => {
        editor.focus()
        editor.trigger('page', ACTION_IDS[action], null)
      },
    }
  }

  setPreferences(preferences: EditorPreferences): void {
    this.#editor.updateOptions(preferenceOptions(preferences))
  }

  /** Shows a file; all but the learner's own are only to be read. */
  show(file: EditorFile): void {
    if (file.text === undefined) return
    const uri = isMain(file) ? MAIN_URI : file.uri
    const text = file.text
    if (uri !== this.#shown) {
      this.#views.set(this.#shown, this.#editor.saveViewState())
      const borrowed = this.#borrowed
      this.#borrowed = undefined
      this.#shown = uri
      this.#editor.setModel(isMain(file) ? this.#main : this.#modelOf(uri, text))
      this.#editor.updateOptions({ readOnly: !isMain(file), ariaLabel: ariaLabelOf(file) })
      this.#editor.restoreViewState(this.#views.get(uri) ?? null)
      borrowed?.dispose()
    }
    if (this.#pending?.uri === uri) this.#goToPending()
  }

  dispose(): void {
    for (const disposable of this.#disposables) disposable.dispose()
    this.#editor.dispose()
    this.#borrowed?.dispose()
    this.#main.dispose()
  }

  #modelOf(uri: string, text: string): Model {
    const address = this.#monaco.Uri.parse(uri)
    const known = this.#monaco.editor.getModel(address)
    if (known !== null) {
      // Renaming something of the kit's would have written here, too.
      if (known.getValue() !== text) known.setValue(text)
      return known
    }
    this.#borrowed = this.#monaco.editor.createModel(text, 'typescript', address)
    return this.#borrowed
  }

  #open(uri: Model['uri'], place: Parameters<OpenCodeEditor>[2]): boolean {
    const address = uri.toString()
    const model = this.#monaco.editor.getModel(uri)
    if (model === null) return false
    this.#pending = { uri: address, ...startOf(place) }
    if (address === this.#shown) this.#goToPending()
    if (address === MAIN_URI) this.#events.onOpen(MAIN_FILE)
    else this.#events.onOpen(openedFile(address, model.getValue()))
    return true
  }

  #reveal(place: { readonly uri: string } & Place): void {
    this.#pending = place
    if (place.uri === this.#shown) return this.#goToPending()
    this.#events.onOpen(MAIN_FILE)
  }

  /** The mark goes with the next edit: the line may be another one by then. */
  #point(line: number): void {
    if (this.#shown !== MAIN_URI) return
    const range = { startLineNumber: line, startColumn: 1, endLineNumber: line, endColumn: 1 }
    this.#pointed.set([{ range, options: { isWholeLine: true, className: 'pointed-line' } }])
    this.#editor.revealLineInCenterIfOutsideViewport(line)
  }

  #goToPending(): void {
    if (this.#pending === undefined) return
    const { line, column } = this.#pending
    this.#pending = undefined
    this.#editor.revealLineInCenter(line)
    this.#editor.setPosition({ lineNumber: line, column })
    this.#editor.focus()
  }

  #replace(source: string): void {
    const range = this.#main.getFullModelRange()
    this.#main.pushStackElement()
    this.#main.pushEditOperations([], [{ range, text: source }], () => null)
    this.#main.pushStackElement()
  }

  #readMarkers(): void {
    // While another file is shown, TypeScript does not look at the learner's.
    if (this.#shown !== MAIN_URI) return
    const markers = this.#monaco.editor.getModelMarkers({ resource: this.#main.uri })
    this.#events.onDiagnostics(
      markers.flatMap(({ severity, message, startLineNumber, startColumn }) => {
        const word = SEVERITIES[severity]
        return word === undefined
          ? []
          : [{ message, line: startLineNumber, column: startColumn, severity: word }]
      }),
    )
  }
}

type OpenCodeEditor = Parameters<Monaco['editor']['registerEditorOpener']>[0]['openCodeEditor']

function openedFile(uri: string, text: string): EditorFile {
  const title = uri.split('/').at(-1) ?? uri
  return { id: uri, title, about: 'opened from your code, to read', text, uri, isClosable: true }
}

function startOf(place: Parameters<OpenCodeEditor>[2]): Place {
  if (place === undefined) return { line: 1, column: 1 }
  return 'lineNumber' in place
    ? { line: place.lineNumber, column: place.column }
    : { line: place.startLineNumber, column: place.startColumn }
}

function ariaLabelOf(file: EditorFile): string {
  if (isMain(file)) return 'Your code. Control+M makes Tab move the focus instead of indenting.'
  return `${file.title}: ${file.about}. It cannot be changed.`
}
