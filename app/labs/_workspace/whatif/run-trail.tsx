/** Where one is among the forks: A › B › C, and the others beside the way. */
import { cn } from '../../../_ui/class-names.ts'
import { asideOf, type ForkedRun, pathOf, type RunTree } from './run-tree.ts'

interface RunTrailProps {
  readonly tree: RunTree
  readonly onShow: (name: string) => void
}

export function RunTrail({ tree, onShow }: RunTrailProps) {
  const aside = asideOf(tree)
  return (
    <nav aria-label="Forks of the run" className="text-sm">
      <ol className="flex flex-wrap items-center gap-x-1 gap-y-1">
        {pathOf(tree).map((run, index) => (
          <li key={run.name} className="flex items-center gap-1">
            {index === 0 ? null : (
              <span aria-hidden="true" className="text-muted">
                ›
              </span>
            )}
            <RunButton run={run} isShown={run.name === tree.shown} onShow={onShow} />
          </li>
        ))}
      </ol>
      <Label run={pathOf(tree).at(-1)} />
      {aside.length === 0 ? null : (
        <div className="mt-1 flex flex-wrap items-center gap-1 text-muted">
          <span className="text-xs">Other forks:</span>
          {aside.map((run) => (
            <RunButton key={run.name} run={run} isShown={false} onShow={onShow} />
          ))}
        </div>
      )}
    </nav>
  )
}

function Label({ run }: { readonly run: ForkedRun | undefined }) {
  if (run?.parent === undefined) {
    return <p className="mt-1 text-muted text-xs">A is the run as it was.</p>
  }
  return (
    <p className="mt-1 text-muted text-xs [overflow-wrap:anywhere]">
      {run.name} is {run.parent} <span className="font-mono">{run.label}</span>
    </p>
  )
}

function RunButton({
  run: { name, parent, label },
  isShown,
  onShow,
}: {
  readonly run: ForkedRun
  readonly isShown: boolean
  readonly onShow: (name: string) => void
}) {
  const what = parent === undefined ? 'the run as it was' : `${parent} ${label}`
  return (
    <button
      type="button"
      aria-current={isShown ? 'true' : undefined}
      aria-label={`Run ${name}: ${what}`}
      title={what}
      onClick={() => onShow(name)}
      className={cn(
        'grid size-8 place-items-center rounded-md border font-mono text-sm pointer-coarse:size-11',
        isShown
          ? 'border-accent bg-surface-strong font-semibold'
          : 'border-line-strong text-muted hover:bg-surface-strong hover:text-text',
      )}
    >
      {name}
    </button>
  )
}
