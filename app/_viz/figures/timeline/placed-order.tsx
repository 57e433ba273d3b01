/** The order that a reader has placed, told step by step, with the first step that cannot be. */
import type { History, Model } from '#core'
import type { Placement } from './placement.ts'

export function PlacedOrder({
  history,
  model,
  placement,
}: {
  readonly history: History
  readonly model: Model
  readonly placement: Placement
}) {
  const { steps, fits } = placement
  const wrong = steps.find((step) => !step.fits)
  return (
    <div className="rounded-md border border-line p-3 text-sm">
      <p aria-live="polite" className={fits ? 'font-medium text-pass' : 'font-medium'}>
        {fits
          ? '✓ This order explains every answer.'
          : wrong === undefined
            ? 'Some operations have no moment yet.'
            : `✕ Not yet: ${said(history, model, wrong.operation)}, but at that moment there is ${wrong.state}.`}
      </p>
      <ol className="mt-2 grid gap-1">
        {steps.map(({ operation, state, fits: isLegal }, index) => (
          <li key={operation} className="flex gap-2">
            <span className="w-5 shrink-0 text-muted tabular-nums">{index + 1}.</span>
            <span className={isLegal ? '' : 'text-violation'}>
              {said(history, model, operation)}
              {isLegal ? <span className="text-muted"> · then {state}</span> : null}
            </span>
          </li>
        ))}
      </ol>
    </div>
  )
}

function said({ operations }: History, model: Model, id: number): string {
  const operation = operations[id]
  return operation === undefined ? '' : model.describeOperation(operation)
}
