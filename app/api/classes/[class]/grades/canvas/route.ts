/** GET: the grades of a class as CSV that the gradebook of Canvas imports. */
import { askClass } from '../../../../../_server/authorise/asker.ts'
import { exportGrades } from '../../../../../_server/classes/grades/export-grades.ts'

interface RouteContext {
  readonly params: Promise<{ readonly class: string }>
}

export async function GET(_request: Request, { params }: RouteContext): Promise<Response> {
  const { class: classId } = await params
  const asked = await askClass('class.see-progress', classId)
  return asked.kind === 'refused' ? asked.response : exportGrades(classId, 'canvas')
}
