/** POST: registers a learning platform. */
import { adminRoute } from '../../../_server/lti/admin-route.ts'
import { platformRule } from '../../../_server/lti/platform-form.ts'
import { keepPlatform } from '../../../_server/lti/platforms.ts'

export const POST = adminRoute(platformRule, ({ user, value }) => keepPlatform(user, value))
