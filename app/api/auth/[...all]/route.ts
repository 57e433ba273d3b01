/** Everything under /api/auth is better-auth's. */
import { getAuth } from '#app/_server/auth.ts'

async function handle(request: Request): Promise<Response> {
  return await getAuth().handler(request)
}

export { handle as GET, handle as POST }
