'use client'
/** The files of the code pane: the learner's own, what surrounds it, and what was opened. */
import { useState } from 'react'
import { fetchCode } from '../_workspace/drafts/draft-api.ts'
import type { EarlierStep } from '../_workspace/drafts/draft-view.ts'
import { type EditorFile, MAIN_FILE } from './editor-file.ts'
import { fetchKitTypes, findKitFile } from './kit-types.ts'

interface UseFilesOptions {
  readonly labId: string
  readonly starter: string
  /** What the code of this step imports. */
  readonly kit: string
  readonly earlier: readonly EarlierStep[]
  /** Address of the kit's types. */
  readonly typesUrl: string
}

export interface FilesState {
  /** The learner's own file first. */
  readonly files: readonly EditorFile[]
  readonly shown: EditorFile
  readonly show: (id: string) => void
  /** Opens one more file, or shows it when it is open. */
  readonly open: (file: EditorFile) => void
  readonly close: (id: string) => void
  /** Steps before the last one whose code can be opened. */
  readonly older: readonly EarlierStep[]
  readonly openOlder: (step: EarlierStep) => void
}

export function useFiles(options: UseFilesOptions): FilesState {
  const { labId, starter, kit, earlier, typesUrl } = options
  const [shownId, setShownId] = useState(MAIN_FILE.id)
  const [opened, setOpened] = useState<readonly EditorFile[]>([])
  const [kitFiles, setKitFiles] = useState<readonly EditorFile[]>(() => kitTabs(kit))
  const last = earlier.at(-1)
  const files = [
    MAIN_FILE,
    ...kitFiles,
    ...(last?.code?.source === undefined ? [] : [earlierFile(last, last.code.source)]),
    starterFile(starter),
    ...opened,
  ]
  const shown = files.find(({ id }) => id === shownId) ?? MAIN_FILE
  const show = (id: string) => {
    setShownId(id)
    if (!id.startsWith('kit:')) return
    fetchKitTypes(typesUrl).then(
      (types) =>
        setKitFiles((tabs) =>
          tabs.map((tab) => {
            const found = findKitFile(types, tab.title)
            return found === undefined ? tab : { ...tab, text: found.text, uri: found.path }
          }),
        ),
      () => setKitFiles((tabs) => tabs.map((tab) => ({ ...tab, text: NOT_LOADED }))),
    )
  }
  const open = (file: EditorFile) => {
    const known = files.find(({ id, uri }) => id === file.id || uri === file.uri)
    if (known === undefined) setOpened((others) => [...others, file])
    setShownId(known?.id ?? file.id)
  }
  const close = (id: string) => {
    setOpened((others) => others.filter((file) => file.id !== id))
    if (shownId === id) setShownId(MAIN_FILE.id)
  }
  const openOlder = (step: EarlierStep) => {
    const present = (text: string) => open({ ...earlierFile(step, text), isClosable: true })
    if (step.code?.source !== undefined) return present(step.code.source)
    void fetchCode({ labId, stepId: step.id }).then((text) => present(text ?? CODE_NOT_LOADED))
  }
  const older = earlier.slice(0, -1).filter(({ code }) => code !== undefined)
  return { files, shown, show, open, close, older, openOlder }
}

const NOT_LOADED =
  "// The kit's types could not be loaded. Choose this tab again to try once more.\n"

const CODE_NOT_LOADED =
  '// The code could not be loaded. Close this tab and open it again to retry.\n'

function starterFile(text: string): EditorFile {
  return {
    id: 'starter',
    title: 'starter',
    about: 'what we give you to begin with, to read',
    text,
    uri: 'file:///starter.ts',
    isClosable: false,
  }
}

function kitTabs(kit: string): readonly EditorFile[] {
  return [...new Set([kit, 'netsplit'])].map((specifier) => ({
    id: `kit:${specifier}`,
    title: specifier,
    about: 'types of the kit, to read',
    text: undefined,
    // Until the types have been fetched nothing can lead there.
    uri: `kit:${specifier}`,
    isClosable: false,
  }))
}

function earlierFile({ id, title, code }: EarlierStep, text: string): EditorFile {
  return {
    id: `earlier:${id}`,
    title: id,
    about: `your ${code?.isPassed === true ? 'code that passed' : 'code of'} “${title}”, to read`,
    text,
    uri: `file:///earlier-${id}.ts`,
    isClosable: false,
  }
}
