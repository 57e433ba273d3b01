/** Everything that is kept of one person, as the bytes of a zip file. */
import 'server-only'
import type { SessionUser } from '../../session.ts'
import { accountFiles } from './account-files.ts'
import { README } from './readme.ts'
import { reviewFiles } from './review-files.ts'
import { workFiles } from './work-files.ts'
import { type FileToZip, zip } from './zip.ts'

/** A stream that reads the database only as fast as it is read itself. */
export function exportAccount(user: SessionUser): ReadableStream<Uint8Array> {
  const bytes = zip(allFiles(user))
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await bytes.next()
      if (done === true) controller.close()
      else controller.enqueue(value)
    },
    async cancel() {
      await bytes.return(undefined)
    },
  })
}

async function* allFiles(user: SessionUser): AsyncGenerator<FileToZip> {
  yield { path: 'README.txt', text: README }
  yield* accountFiles(user)
  yield* reviewFiles(user.id)
  yield* workFiles(user.id)
}
