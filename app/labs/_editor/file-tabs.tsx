'use client'
/** The row of files above the editor: one tab each, arrow keys between them. */
import type { KeyboardEvent } from 'react'
import { cn } from '../../_ui/class-names.ts'
import type { EditorFile } from './editor-file.ts'

interface FileTabsProps {
  readonly files: readonly EditorFile[]
  readonly shown: EditorFile
  readonly onShow: (id: string) => void
  /** The element in which the file shows. */
  readonly panelId: string
}

/** How many files on the keys lead, wherever the row begins. */
const MOVES: Readonly<Record<string, (index: number, count: number) => number>> = {
  ArrowRight: (index, count) => (index + 1) % count,
  ArrowLeft: (index, count) => (index - 1 + count) % count,
  Home: () => 0,
  End: (_index, count) => count - 1,
}

export function FileTabs({ files, shown, onShow, panelId }: FileTabsProps) {
  const move = (event: KeyboardEvent<HTMLDivElement>) => {
    const index = files.findIndex(({ id }) => id === shown.id)
    const target = files[MOVES[event.key]?.(index, files.length) ?? -1]
    if (target === undefined) return
    event.preventDefault()
    onShow(target.id)
    const row = event.currentTarget
    row.querySelector<HTMLElement>(`#${CSS.escape(tabId(panelId, target))}`)?.focus()
  }
  return (
    <div
      role="tablist"
      tabIndex={-1}
      aria-label="Files"
      onKeyDown={move}
      className="flex min-w-0 overflow-x-auto [scrollbar-width:none]"
    >
      {files.map((file) => {
        const isShown = file.id === shown.id
        return (
          <button
            key={file.id}
            id={tabId(panelId, file)}
            type="button"
            role="tab"
            aria-selected={isShown}
            aria-controls={panelId}
            tabIndex={isShown ? 0 : -1}
            title={file.about}
            onClick={() => onShow(file.id)}
            className={cn(
              'min-h-8 shrink-0 border-b-2 px-3 font-mono text-xs outline-offset-[-2px]',
              'max-md:min-h-11',
              isShown
                ? 'border-accent bg-page text-text'
                : 'border-transparent text-muted hover:text-text',
            )}
          >
            {file.title}
          </button>
        )
      })}
    </div>
  )
}

/** Ids are addresses at times, which nothing else in the page is named by. */
export function tabId(panelId: string, { id }: Pick<EditorFile, 'id'>): string {
  return `${panelId}-${id.replaceAll(/[^\w-]+/g, '-')}`
}
