'use client'
/** The bar of the page: where the learner is, how the panes lie, and Run and Submit. */
import { CircleHelp, Command as CommandIcon, Play, Send, Square } from 'lucide-react'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { Button } from '../../_ui/button.tsx'
import { cn } from '../../_ui/class-names.ts'
import { ariaKeys, chordText } from './commands/chord.ts'
import { keysOf } from './commands/page-commands.ts'
import { useIsMac } from './commands/use-is-mac.ts'
import { ARRANGEMENTS, type Arrangement } from './panes/arrangement.ts'
import styles from './workspace.module.css'

interface ToolbarProps {
  readonly labTitle: string
  readonly stepTitle: string
  readonly arrangement: Arrangement
  readonly isRunning: boolean
  readonly isSubmitting: boolean
  /** The text has been read, so that it can be run. */
  readonly isReady: boolean
  readonly onArrange: (arrangement: Arrangement) => void
  readonly onRun: () => void
  readonly onStop: () => void
  readonly onSubmit: () => void
  readonly onPalette: () => void
  readonly onHelp: () => void
  /** Buttons of parts of the page. */
  readonly children: ReactNode
}

export function Toolbar(props: ToolbarProps) {
  const { labTitle, stepTitle, arrangement, onArrange, onPalette, onHelp, children } = props
  return (
    <div className={cn('flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-1.5', styles.bar)}>
      <nav
        aria-label="Where you are"
        className={cn('min-w-0 truncate text-sm', styles.onlyArranged)}
      >
        <Link href="/labs" className="text-muted underline-offset-2 hover:underline">
          {labTitle}
        </Link>
        <span aria-hidden="true" className="mx-2 text-muted">
          /
        </span>
        <span className="font-medium">{stepTitle}</span>
      </nav>
      <fieldset
        className={cn('ml-auto flex rounded-md border border-line-strong', styles.onlyArranged)}
      >
        <legend className="sr-only">Arrangement of the panes</legend>
        {ARRANGEMENTS.map((one) => (
          <ArrangeButton
            key={one.id}
            {...one}
            isOn={one.id === arrangement}
            onArrange={onArrange}
          />
        ))}
      </fieldset>
      <div className={cn('flex items-center gap-1', styles.barParts)}>
        {/* For those with a keyboard, whose keys work also where these are not shown. */}
        <span className={cn('flex gap-1', styles.onlyArranged)}>
          <IconButton label="Commands" keys={keysOf('palette')} onPress={onPalette}>
            <CommandIcon aria-hidden="true" className="size-4" />
          </IconButton>
          <IconButton label="Help: the keys of this page" keys={keysOf('help')} onPress={onHelp}>
            <CircleHelp aria-hidden="true" className="size-4" />
          </IconButton>
        </span>
        {children}
      </div>
      <div className={cn('flex items-center gap-2', styles.barRuns)}>
        <RunButtons {...props} />
      </div>
    </div>
  )
}

/** `Run (Ctrl+Enter)` */
function useTip(text: string, keys: readonly string[]): string {
  const isMac = useIsMac()
  const [first] = keys
  return first === undefined ? text : `${text} (${chordText(first, isMac)})`
}

interface ArrangeButtonProps {
  readonly id: Arrangement
  readonly title: string
  readonly purpose: string
  readonly isOn: boolean
  readonly onArrange: (arrangement: Arrangement) => void
}

function ArrangeButton({ id, title, purpose, isOn, onArrange }: ArrangeButtonProps) {
  const tip = useTip(`${title}: ${purpose}`, keysOf(id))
  return (
    <button
      type="button"
      aria-pressed={isOn}
      aria-keyshortcuts={ariaKeys(keysOf(id))}
      title={tip}
      onClick={() => onArrange(id)}
      className={cn(
        'min-h-8 px-3 text-sm first-of-type:rounded-l-md last-of-type:rounded-r-md',
        isOn ? 'bg-surface-strong font-medium' : 'text-muted hover:text-text',
      )}
    >
      {title}
    </button>
  )
}

interface IconButtonProps {
  readonly label: string
  readonly keys: readonly string[]
  readonly onPress: () => void
  readonly children: ReactNode
}

function IconButton({ label, keys, onPress, children }: IconButtonProps) {
  const tip = useTip(label, keys)
  return (
    <Button
      look="quiet"
      size="small"
      aria-label={label}
      aria-keyshortcuts={ariaKeys(keys)}
      title={tip}
      onClick={onPress}
      className="px-2.5! pointer-coarse:min-h-11 pointer-coarse:min-w-11"
    >
      {children}
    </Button>
  )
}

const RUN_BUTTON = 'pointer-coarse:min-h-11 grow'

function RunButtons(props: ToolbarProps) {
  const { isRunning, isSubmitting, isReady, onRun, onStop, onSubmit } = props
  const runTip = useTip('Run the visible checks in your browser', keysOf('run'))
  const submitTip = useTip('Have it graded, with hidden checks', keysOf('submit'))
  return (
    <>
      {isRunning ? (
        <Button look="secondary" size="small" onClick={onStop} className={RUN_BUTTON}>
          <Square aria-hidden="true" className="size-3.5 fill-current" />
          Stop
        </Button>
      ) : (
        <Button
          look="secondary"
          size="small"
          disabled={!isReady}
          onClick={onRun}
          aria-keyshortcuts={ariaKeys(keysOf('run'))}
          title={runTip}
          className={RUN_BUTTON}
        >
          <Play aria-hidden="true" className="size-3.5 fill-current" />
          Run
        </Button>
      )}
      <Button
        size="small"
        disabled={!isReady || isSubmitting}
        onClick={onSubmit}
        aria-keyshortcuts={ariaKeys(keysOf('submit'))}
        title={submitTip}
        className={RUN_BUTTON}
      >
        <Send aria-hidden="true" className="size-3.5" />
        Submit
      </Button>
    </>
  )
}
