/** Finds the routes and pages of the app in the file system, and calls them as Next would. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '../../../scripts/state/paths.ts'

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']

type Handler = (request: Request, context: unknown) => Promise<Response>

function filesBelow(folder: string): readonly string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesBelow(`${folder}/${entry.name}`) : `${folder}/${entry.name}`,
  )
}

/** `app/api/drafts/route.ts` is at `/api/drafts`. */
function addressOf(file: string): string {
  return file.replace(/^app/, '').replace(/\/[^/]+$/, '') || '/'
}

/** Every door by method and address, with what answers there. */
export async function findRoutes(): Promise<ReadonlyMap<string, Handler>> {
  const files = filesBelow('app').filter((file) => /\/route\.tsx?$/.test(file))
  const modules = await Promise.all(
    files.map(async (file) => [file, (await import(join(ROOT, file))) as object] as const),
  )
  return new Map(
    modules.flatMap(([file, module]) =>
      Object.entries(module)
        .filter(([name]) => METHODS.includes(name))
        .map(([name, handler]) => [`${name} ${addressOf(file)}`, handler as Handler] as const),
    ),
  )
}

export function findPages(): readonly string[] {
  return filesBelow('app')
    .filter((file) => file.endsWith('/page.tsx'))
    .map(addressOf)
}

/** `file#name` of each function that a browser may call without a route. */
export function findServerActions(): readonly string[] {
  return filesBelow('app')
    .filter((file) => /\.tsx?$/.test(file))
    .flatMap((file) => {
      const text = readFileSync(join(ROOT, file), 'utf8')
      if (!/^\s*['"]use server['"]/m.test(text)) return []
      const names = [...text.matchAll(/export (?:async )?(?:function|const) (\w+)/g)]
      return names.length === 0 ? [`${file}#`] : names.map(([, name]) => `${file}#${name ?? ''}`)
    })
}

export interface Call {
  readonly params?: Readonly<Record<string, string>>
  readonly query?: string
  /** Sent as JSON. */
  readonly body?: unknown
  /** Sent as it is, in place of a body. */
  readonly text?: string
}

/** Calls a route from a page of the site itself. */
export async function callRoute(
  routes: ReadonlyMap<string, Handler>,
  door: string,
  { params = {}, query = '', body, text }: Call,
): Promise<Response> {
  const [method = '', path = ''] = door.split(' ')
  const handler = routes.get(door)
  if (handler === undefined) throw new Error(`there is no route ${door}`)
  const request = new Request(`http://localhost:3000${path}${query}`, {
    method,
    headers: { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' },
    ...(method === 'GET' ? {} : { body: text ?? JSON.stringify(body ?? {}) }),
  })
  return handler(request, { params: Promise.resolve(params) })
}
