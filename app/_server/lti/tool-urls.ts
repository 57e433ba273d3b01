/** The addresses that an administrator of a platform is asked for. */
import 'server-only'

export interface ToolUrls {
  readonly login: string
  readonly launch: string
  readonly deepLink: string
  readonly keys: string
}

/** Of this site, as the world sees it. @throws Error when NETSPLIT_URL is not set */
export function toolUrls(): ToolUrls {
  return {
    login: onSite('/lti/login'),
    launch: onSite('/lti/launch'),
    deepLink: onSite('/lti/deep-link'),
    keys: onSite('/lti/jwks'),
  }
}

/** A path of this site as a whole address. */
export function onSite(path: string): string {
  return new URL(path, process.env.NETSPLIT_URL).href
}

/** Whether an address leads to this site, and to no other. */
export function isOnSite(address: string): boolean {
  return URL.canParse(address) && new URL(address).origin === new URL(onSite('/')).origin
}
