/**
 * GET: a failing run of a learner of the class, the smallest where there is one: packed bytes as
 * `decodeKeptRun` of core reads them. For staff, and of assigned steps only.
 */
import { askClass } from '../../../../../../_server/authorise/asker.ts'
import { readRunBytes } from '../../../../../../_server/classes/learner-submissions.ts'
import { refuse } from '../../../../../../_server/refuse.ts'

interface Context {
  readonly params: Promise<{
    readonly class: string
    readonly submission: string
    readonly check: string
  }>
}

export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { class: classId, submission, check } = await params
  const asked = await askClass('class.see-progress', classId)
  if (asked.kind === 'refused') return asked.response
  const run = await readRunBytes(classId, submission, check)
  if (run === undefined) return refuse(404, 'No failing run of this check was kept.')
  return new Response(run, {
    headers: { 'content-type': 'application/gzip', 'cache-control': 'private, no-cache' },
  })
}
