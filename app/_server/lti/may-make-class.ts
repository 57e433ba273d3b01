/** Whether those who teach at a platform make classes here without the role of an instructor. */
import 'server-only'
import type { Launch } from './launched.ts'
import { readPlatform } from './platforms.ts'

/** As an administrator of this site has set it for that platform; for the launched course only. */
export async function mayMakeClass({ platformId, role }: Launch): Promise<boolean> {
  if (role !== 'instructor') return false
  return (await readPlatform(platformId))?.instructorsMakeClasses === true
}
