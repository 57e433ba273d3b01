/** A site that can send mail and knows a provider, for the journeys of accounts. */
import { freePort } from '../../scripts/state/port.ts'
import { startMailServer } from '../support/mail-server.ts'
import { type OidcPerson, oidcSettings, startOidcProvider } from '../support/oidc-provider.ts'
import { startSite } from '../support/started-site.ts'
import { throwawayFolder } from '../support/throwaway-folder.ts'

export interface JourneySite {
  readonly url: string
  /** As the terminal printed it. */
  readonly administratorLink: string
  /** The link in the mail to this address whose subject has this text. */
  linkIn(address: string, subject: string): Promise<string>
  /** Who comes from the provider next. */
  setPerson(person: OidcPerson): void
  stop(): Promise<void>
}

export async function startJourneySite(): Promise<JourneySite> {
  const port = await freePort()
  const [mail, provider, folder] = await Promise.all([
    startMailServer(),
    startOidcProvider(port),
    throwawayFolder(),
  ])
  const environment = { ...oidcSettings(port), NETSPLIT_SMTP_URL: mail.url }
  const site = await startSite({ dataFolder: folder.path, environment })
  const stop = async () => {
    await site.stop()
    await Promise.all([mail.stop(), provider.stop(), folder.remove()])
  }
  try {
    await site.printed('/setup/')
    await site.printed('The grader is ready')
  } catch (thrown) {
    await stop()
    throw thrown
  }
  return {
    url: site.url,
    administratorLink: /http\S+\/setup\/[\w-]+/.exec(site.output())?.[0] ?? '',
    linkIn: async (address, subject) => {
      const { text } = await mail.mailTo(address, (one) => one.subject.includes(subject))
      return /http\S+/.exec(text)?.[0] ?? ''
    },
    setPerson: (person) => provider.setPerson(person),
    stop,
  }
}
