/** What accounts are told: devices, problems with providers, filters in addresses. */
import { describe, expect, test } from 'vitest'
import { providerProblem } from '#app/_accounts/provider-problem.ts'
import { deviceName } from '#app/_server/account/device-name.ts'
import { addressOf } from '#app/_server/request-address.ts'
import { hrefOf, pageOf, textOf } from '#app/admin/_parts/query.ts'

describe('a device', () => {
  test.each([
    ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox on Linux'],
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36 Edg/140.0',
      'Edge on Windows',
    ],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1',
      'Safari on iOS',
    ],
    [
      'Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Mobile Safari/537.36',
      'Chrome on Android',
    ],
    ['curl/8.5.0', 'An unknown device'],
    ['', 'An unknown device'],
  ])('%s', (userAgent, name) => {
    expect(deviceName(userAgent)).toBe(name)
  })
})

describe('a problem with a provider', () => {
  test('is told in a sentence, also one that nobody foresaw', () => {
    expect(providerProblem(undefined)).toBeUndefined()
    expect(providerProblem('account_not_linked')).toContain('Sign in to it as before')
    expect(providerProblem('<script>')).toContain('did not work')
  })
})

describe('the address of a request', () => {
  test.each([
    ['192.0.2.1, 10.0.0.1', '192.0.2.1'],
    ['2001:db8::1', '2001:db8::1'],
    ['<script>', undefined],
    ['', undefined],
  ])('%s', (header, address) => {
    expect(addressOf(new Headers({ 'x-forwarded-for': header }))).toBe(address)
  })
})

describe('filters', () => {
  test('are read from the address, whatever it says', () => {
    const query = { q: ' ada ', page: '3', many: ['a', 'b'] }
    expect([textOf(query, 'q'), textOf(query, 'many'), textOf(query, 'none')]).toEqual([
      'ada',
      '',
      '',
    ])
    expect(pageOf(query)).toBe(3)
    for (const page of ['0', '-1', '1.5', 'x', '']) expect(pageOf({ page })).toBe(1)
  })

  test('are kept from page to page', () => {
    expect(hrefOf('/admin/people', { q: 'a&b', role: '' }, 2)).toBe('/admin/people?q=a%26b&page=2')
    expect(hrefOf('/admin/people', { q: '', role: '' }, 1)).toBe('/admin/people')
  })
})
