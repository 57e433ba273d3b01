/** The gradebook as files. */
const FILES = [
  { format: 'csv', name: 'CSV', about: 'a line for each learner, with the total' },
  { format: 'xlsx', name: 'Excel', about: 'the same as a workbook, and each grade in words' },
  { format: 'canvas', name: 'Canvas', about: 'CSV that its gradebook imports' },
] as const

export function GradeExports({ classId }: { readonly classId: string }) {
  return (
    <section aria-labelledby="exports" className="mt-12">
      <h2 id="exports" className="mb-2 font-semibold text-xl tracking-tight">
        Take the grades along
      </h2>
      <p className="mb-3 max-w-prose text-muted text-sm leading-relaxed">
        All grades, also those that learners do not see yet; with pseudonyms and without addresses
        while names are hidden. What has no grade yet is empty. Canvas finds an assignment by its
        title: let the titles there be the same.
      </p>
      <ul className="grid gap-1">
        {FILES.map(({ format, name, about }) => (
          <li key={format} className="flex flex-wrap items-baseline gap-x-3">
            <a
              href={`/api/classes/${classId}/grades/${format}`}
              download
              className="inline-flex min-h-8 items-center text-accent underline underline-offset-4"
            >
              {name}
            </a>
            <span className="text-muted text-sm">{about}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
