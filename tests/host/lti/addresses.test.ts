/** Which addresses of platforms this server asks, and which would lead it into its own network. */
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { askPlatform } from '#app/_server/lti/ask-platform.ts'
import { addressProblem } from '#app/_server/lti/platform-address.ts'

beforeEach(() => {
  vi.stubEnv('NETSPLIT_URL', 'http://localhost:3000')
  return () => vi.unstubAllEnvs()
})

describe('an address of a platform', () => {
  test.each([
    'http://lms.example.org/',
    'ftp://lms.example.org/',
    'https://10.1.2.3/',
    'https://169.254.169.254/latest/meta-data',
    'https://192.168.0.1/',
    'https://[fd00::1]/',
    'https://[::ffff:10.0.0.1]/',
    'https://0x0a000001/',
    'http://127.0.0.1.evil.example/',
    'https://someone:secret@lms.example.org/',
    'file:///etc/passwd',
    'not an address',
  ])('%s is not asked', async (address) => {
    expect(addressProblem(address)).toBeDefined()
    await expect(askPlatform(address, { method: 'GET' })).rejects.toThrow()
  })

  test.each(['https://lms.example.org/a?b=c', 'https://93.184.216.34/'])('%s may be', (address) => {
    expect(addressProblem(address)).toBeUndefined()
  })

  test('on the same machine is for a site that is there too', () => {
    const address = 'http://127.0.0.1:8080/jwks'
    expect(addressProblem(address)).toBeUndefined()
    vi.stubEnv('NETSPLIT_URL', 'https://netsplit.example')
    expect(addressProblem(address)).toBeDefined()
    expect(addressProblem('https://127.0.0.1/jwks')).toBeDefined()
  })

  test('by a name that means an inner network is not asked', async () => {
    vi.stubEnv('NETSPLIT_URL', 'https://netsplit.example')
    const asked = askPlatform('https://localhost/jwks', { method: 'GET' })
    await expect(asked).rejects.toThrow('into the network of this server')
  })
})
