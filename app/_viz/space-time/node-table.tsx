/** What every node shows at the cursor; what changed in this step is marked. */
import type { NodeState } from './trace-state.ts'

export function NodeTable({ nodes }: { readonly nodes: readonly NodeState[] }) {
  return (
    <ul className="grid min-h-0 grow auto-rows-min grid-cols-[repeat(auto-fill,minmax(13rem,1fr))] gap-3 overflow-auto">
      {nodes.map(({ id, condition, fields }) => (
        <li key={id} className="rounded-md border border-line p-3">
          <h3 className="flex items-baseline justify-between font-mono font-semibold text-sm">
            {id}
            <span
              className={`font-normal font-sans text-xs ${condition === 'up' ? 'text-muted' : 'text-fault'}`}
            >
              {condition}
            </span>
          </h3>
          {fields.length === 0 ? (
            <p className="mt-1 text-muted text-sm">shows nothing</p>
          ) : (
            <dl className="mt-1 grid grid-cols-[auto_1fr] gap-x-3 font-mono text-xs leading-5">
              {fields.map(({ name, value, before, hasChanged }) => (
                <div key={name} className="contents">
                  <dt className="text-muted">{name}</dt>
                  <dd className={hasChanged ? 'font-semibold' : ''}>
                    {hasChanged && before !== undefined ? (
                      <>
                        <del className="font-normal text-muted">{JSON.stringify(before)}</del> →{' '}
                      </>
                    ) : null}
                    {JSON.stringify(value)}
                    {hasChanged ? <span className="sr-only"> (changed in this step)</span> : null}
                  </dd>
                </div>
              ))}
            </dl>
          )}
        </li>
      ))}
    </ul>
  )
}
