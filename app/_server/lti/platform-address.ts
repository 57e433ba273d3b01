/**
 * Which addresses of platforms this site asks for anything. They come from forms and from
 * tokens, and must not lead our server into the network that it stands in (SSRF).
 */
import 'server-only'
import { BlockList, isIP, isIPv6 } from 'node:net'

const LENGTH_MAX = 1_000
const LOCAL = ['127.0.0.1', 'localhost']

/** What is wrong with this address, as one sentence; undefined when it may be asked. */
export function addressProblem(address: string): string | undefined {
  if (address.length > LENGTH_MAX || !URL.canParse(address)) {
    return 'It is not an address such as https://lms.example.org/path.'
  }
  const { protocol, hostname, username, password } = new URL(address)
  if (username !== '' || password !== '') return 'It holds a user name: leave that out.'
  if (protocol === 'http:' && LOCAL.includes(hostname) && isSiteLocal()) return undefined
  if (protocol !== 'https:') return 'It must begin with https://.'
  const bare = hostname.replace(/^\[|\]$/g, '')
  return isIP(bare) !== 0 && isInner(bare) ? INNER : undefined
}

/** What is told of an address within our own network. */
export const INNER =
  'It leads into the network of this server. Whoever runs the site can permit that with ' +
  'NETSPLIT_LTI_INNER_NETWORK=1.'

/** Whether this IP address is of a network that the world does not reach. */
export function isInner(ip: string): boolean {
  if (process.env.NETSPLIT_LTI_INNER_NETWORK === '1') return false
  if (isSiteLocal() && (ip === '127.0.0.1' || ip === '::1')) return false
  return INNER_NETWORKS.check(ip, isIPv6(ip) ? 'ipv6' : 'ipv4')
}

/** A site on one's own machine, as in tests, may have its platform there too. */
function isSiteLocal(): boolean {
  const url = process.env.NETSPLIT_URL ?? ''
  return URL.canParse(url) && LOCAL.includes(new URL(url).hostname)
}

/** RFC 6890, and what carries such an address inside of another (RFC 6052, RFC 3056). */
const INNER_NETWORKS = new BlockList()
for (const [network, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const) {
  INNER_NETWORKS.addSubnet(network, bits, 'ipv4')
}
for (const [network, bits] of [
  ['::', 127],
  ['64:ff9b::', 96],
  ['2002::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const) {
  INNER_NETWORKS.addSubnet(network, bits, 'ipv6')
}
