/** Topics as checkboxes. */

export function TopicChoice({
  legend,
  names,
  chosen,
  onChoose,
}: {
  readonly legend: string
  readonly names: Readonly<Record<string, string>>
  readonly chosen: readonly string[]
  readonly onChoose: (topics: readonly string[]) => void
}) {
  return (
    <fieldset>
      <legend className="mb-2 font-medium text-sm">{legend}</legend>
      <div className="flex flex-wrap gap-2">
        {Object.entries(names).map(([id, name]) => (
          <label
            key={id}
            className="inline-flex min-h-9 items-center gap-2 rounded-md border border-line px-3 text-sm hover:bg-surface has-[:checked]:border-accent has-[:focus-visible]:outline-2 has-[:focus-visible]:outline-accent"
          >
            <input
              type="checkbox"
              checked={chosen.includes(id)}
              onChange={({ target }) =>
                onChoose(target.checked ? [...chosen, id] : chosen.filter((each) => each !== id))
              }
              className="size-4 accent-accent outline-none"
            />
            {name}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
