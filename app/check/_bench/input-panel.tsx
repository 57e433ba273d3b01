'use client'
/** Where a history comes in: typed, pasted, dropped, chosen as a file, or an example. */
import { FileUp, X } from 'lucide-react'
import { type ClipboardEvent, type DragEvent, useId, useRef, useState } from 'react'
import { Button } from '../../_ui/button.tsx'
import { EXAMPLES } from '../_examples/examples.ts'
import { problemWithFile, type Source, sizeText, sourceOf } from './source.ts'

interface InputPanelProps {
  readonly source: Source
  /** Id of what says that the text is wrong, when it is. */
  readonly errorId: string | undefined
  readonly onSource: (source: Source) => void
  readonly onExample: (id: string) => void
}

export function InputPanel(props: InputPanelProps) {
  const { source, errorId, onSource, onExample } = props
  const [problem, setProblem] = useState<string>()
  const [isOver, setIsOver] = useState(false)
  const id = useId()
  const take = async (file: File | undefined) => {
    if (file === undefined) return
    const wrong = problemWithFile(file)
    setProblem(wrong)
    if (wrong === undefined) onSource(sourceOf(file.name, await file.text()))
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setIsOver(false)
    void take(event.dataTransfer.files[0])
  }
  return (
    <div>
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <label htmlFor={id} className="font-semibold">
          History
        </label>
        <p className="text-muted text-sm">JSON lines, Jepsen’s EDN, Jepsen’s or Porcupine’s logs</p>
      </div>
      <div
        onDragOver={(event) => {
          event.preventDefault()
          setIsOver(true)
        }}
        onDragLeave={() => setIsOver(false)}
        onDrop={drop}
        className={`mt-2 rounded-md border ${isOver ? 'border-accent outline-2 outline-accent' : 'border-line-strong'}`}
      >
        {source.kind === 'typed' ? (
          <TextField {...{ id, source, errorId, onSource }} />
        ) : (
          <NamedSource source={source} onRemove={() => onSource({ kind: 'typed', text: '' })} />
        )}
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1 border-line border-t px-3 py-2">
          <FileButton onFile={take} />
          <p className="text-muted text-sm">or drop a file here</p>
        </div>
      </div>
      {problem === undefined ? null : (
        <p role="alert" className="mt-2 text-fault text-sm">
          {problem}
        </p>
      )}
      <ExampleList onExample={onExample} />
    </div>
  )
}

type TextFieldProps = Pick<InputPanelProps, 'errorId' | 'onSource'> & {
  readonly id: string
  readonly source: Source
}

const PLACEHOLDER = `{:process 0, :type :invoke, :f :write, :value 1}
{:process 0, :type :ok, :f :write, :value 1}
…`

function TextField({ id, source, errorId, onSource }: TextFieldProps) {
  // A large text in the field would make the page slow, so it never gets there.
  const paste = (event: ClipboardEvent) => {
    const pasted = sourceOf('Pasted text', event.clipboardData.getData('text'))
    if (pasted.kind === 'typed') return
    event.preventDefault()
    onSource(pasted)
  }
  return (
    <textarea
      id={id}
      value={source.text}
      onChange={({ target }) => onSource({ kind: 'typed', text: target.value })}
      onPaste={paste}
      placeholder={PLACEHOLDER}
      spellCheck={false}
      autoComplete="off"
      autoCapitalize="off"
      wrap="off"
      aria-invalid={errorId !== undefined}
      aria-describedby={errorId}
      className="block h-64 w-full resize-y rounded-t-md bg-page p-3 font-mono text-[13px] leading-5 placeholder:text-muted"
    />
  )
}

function NamedSource({
  source,
  onRemove,
}: {
  readonly source: Source & { readonly kind: 'named' }
  readonly onRemove: () => void
}) {
  return (
    <div className="flex h-64 flex-col p-3">
      <p className="flex items-center gap-2 text-sm">
        <span className="min-w-0 truncate font-medium">{source.name}</span>
        <span className="shrink-0 text-muted">{sizeText(source.text.length)}</span>
        <button
          type="button"
          onClick={onRemove}
          aria-label={`Remove ${source.name}`}
          className="grid size-8 shrink-0 place-items-center rounded-md hover:bg-surface-strong"
        >
          <X aria-hidden="true" className="size-4" />
        </button>
      </p>
      <p className="mt-2 text-muted text-sm">It begins with:</p>
      {/* What scrolls must be reachable with the keyboard. */}
      <pre
        tabIndex={0}
        aria-label={`Beginning of ${source.name}`}
        className="mt-1 min-h-0 grow overflow-auto rounded bg-surface p-2 font-mono text-xs"
      >
        {source.text.slice(0, 2_000)}…
      </pre>
    </div>
  )
}

function FileButton({ onFile }: { readonly onFile: (file: File | undefined) => Promise<void> }) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <input
        ref={input}
        type="file"
        tabIndex={-1}
        aria-label="History file"
        className="sr-only"
        onChange={({ target }) => {
          void onFile(target.files?.[0])
          // The same file may be chosen again after it was changed.
          target.value = ''
        }}
      />
      <Button look="secondary" size="small" onClick={() => input.current?.click()}>
        <FileUp aria-hidden="true" className="size-4" />
        Choose a file
      </Button>
    </>
  )
}

function ExampleList({ onExample }: { readonly onExample: (id: string) => void }) {
  return (
    <div className="mt-4">
      <p id="examples" className="font-medium text-sm">
        Or try one
      </p>
      <ul aria-labelledby="examples" className="mt-1.5 flex flex-wrap gap-2">
        {EXAMPLES.map(({ id, title, summary }) => (
          <li key={id}>
            <button
              type="button"
              onClick={() => onExample(id)}
              title={summary}
              className="min-h-8 rounded-full border border-line-strong px-3 text-sm hover:bg-surface-strong"
            >
              {title}
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
