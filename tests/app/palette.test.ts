/** The palette keeps its promises: contrast in both themes, and hues that stay apart. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const css = readFileSync(join(import.meta.dirname, '../../app/tokens.css'), 'utf8')
const light = tokensOf(/^:root \{([^}]*)\}/m)
const darkBySystem = tokensOf(/:root:not\(\[data-theme\]\) \{([^}]*)\}/)
const dark = tokensOf(/^ *:root\[data-theme="dark"\] \{([^}]*)\}/m)

const THEMES = [
  ['light', light],
  ['dark', dark],
] as const

/** Text of these colours stands on these grounds somewhere in the site. */
const ON_EVERY_GROUND = ['text', 'text-muted', 'accent', 'accent-strong']
const GROUNDS = ['page', 'surface', 'surface-strong']
const ON_THE_PAGE = ['message', 'pass', 'fault', 'violation']

it('says the same to readers with and without JavaScript', () => {
  expect(darkBySystem).toEqual(dark)
  expect(Object.keys(dark)).toEqual(Object.keys(light))
})

describe.each(THEMES)('the %s theme', (_name, tokens) => {
  it.each(ON_EVERY_GROUND)('has %s readable on every ground', (name) => {
    for (const ground of GROUNDS) expect(contrast(tokens, name, ground)).toBeGreaterThanOrEqual(4.5)
  })

  it.each(ON_THE_PAGE)('has %s readable on the page', (name) => {
    expect(contrast(tokens, name, 'page')).toBeGreaterThanOrEqual(4.5)
  })

  it('has readable buttons and visible borders of controls', () => {
    expect(contrast(tokens, 'on-accent', 'accent')).toBeGreaterThanOrEqual(4.5)
    expect(contrast(tokens, 'on-accent', 'accent-strong')).toBeGreaterThanOrEqual(4.5)
    expect(contrast(tokens, 'line-strong', 'page')).toBeGreaterThanOrEqual(3)
  })

  it('has four hues that no reader confuses (CIE76 of 25 or more)', () => {
    for (const a of ON_THE_PAGE) {
      for (const b of ON_THE_PAGE) {
        if (a !== b)
          expect(distance(colour(tokens, a), colour(tokens, b))).toBeGreaterThanOrEqual(25)
      }
    }
  })
})

type Tokens = Readonly<Record<string, string>>
type Rgb = readonly [number, number, number]

function tokensOf(block: RegExp): Tokens {
  const body = block.exec(css)?.[1]
  if (body === undefined) throw new Error(`tokens.css has no block like ${block}`)
  return Object.fromEntries(
    [...body.matchAll(/--([a-z-]+): ([^;]+);/g)].map(([, name, value]) => [name, value]),
  )
}

function colour(tokens: Tokens, name: string): Rgb {
  const match = /^#(..)(..)(..)$/.exec(tokens[name] ?? '')
  if (match === null) throw new Error(`--${name} is no colour of six digits`)
  const [, r = '', g = '', b = ''] = match
  return [Number.parseInt(r, 16), Number.parseInt(g, 16), Number.parseInt(b, 16)]
}

/** WCAG 2.2, relative luminance. */
function luminance(rgb: Rgb): number {
  const [r, g, b] = linear(rgb)
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function linear(rgb: Rgb): Rgb {
  const channel = (value: number) => {
    const share = value / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  }
  return [channel(rgb[0]), channel(rgb[1]), channel(rgb[2])]
}

function contrast(tokens: Tokens, text: string, ground: string): number {
  const a = luminance(colour(tokens, text))
  const b = luminance(colour(tokens, ground))
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
}

function distance(a: Rgb, b: Rgb): number {
  const [p, q] = [lab(a), lab(b)]
  return Math.hypot(p[0] - q[0], p[1] - q[1], p[2] - q[2])
}

/** CIE L*a*b* with the white of D65. */
function lab(rgb: Rgb): Rgb {
  const [r, g, b] = linear(rgb)
  const f = (t: number) => (t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116)
  const x = f((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.95047)
  const y = f(0.2126 * r + 0.7152 * g + 0.0722 * b)
  const z = f((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.08883)
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)]
}
