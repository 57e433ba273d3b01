/** POST: tries whether a platform answers, and knows this site. */
import { z } from 'zod'
import { adminRoute } from '../../../../../_server/lti/admin-route.ts'
import { testPlatform } from '../../../../../_server/lti/test-platform.ts'

export const POST = adminRoute(z.object({}), ({ id }) => testPlatform(id))
