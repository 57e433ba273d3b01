/** One instant for all of a page, so that its parts agree. */
import 'server-only'
import { cache } from 'react'

/** When the present request is answered. */
export const requestTime = cache((): Date => new Date())
