/** The graph of the course: every lesson has a box of its own, every need an arrow. */
import { describe, expect, it } from 'vitest'
import { type Box, layOutGraph } from '#app/learn/_map/graph-layout.ts'
import { COURSE } from '../support/lesson-texts.ts'

const layout = layOutGraph(COURSE.modules)
const lessons = COURSE.modules.flatMap((module) => module.lessons)
const boxes = layout.bands.flatMap((band) => band.lessons)
const boxOf = new Map(boxes.map((box) => [box.slug, box]))

const overlap = (a: Box, b: Box) =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height

describe('the needs of lessons', () => {
  const needsOf = new Map(lessons.map(({ slug, needs }) => [slug, needs]))
  const allBefore = (slug: string): readonly string[] =>
    (needsOf.get(slug) ?? []).flatMap((need) => [need, ...allBefore(need)])

  it('are named directly: nothing that another need brings along', () => {
    const idle = lessons.flatMap(({ slug, needs }) =>
      needs
        .filter((need) => needs.some((other) => other !== need && allBefore(other).includes(need)))
        .map((need) => `${slug}: ${need}`),
    )
    expect(idle).toEqual([])
  })

  it('lead back to the first lesson', () => {
    const ready = lessons.flatMap(({ slug }) => (slug === undefined ? [] : [slug]))
    const [first, ...others] = ready
    expect(others.filter((slug) => !allBefore(slug).includes(first ?? ''))).toEqual([])
  })
})

describe('the drawing', () => {
  it('has each lesson that is ready, and says how many are to come', () => {
    const ready = lessons.flatMap(({ slug }) => (slug === undefined ? [] : [slug]))
    expect(boxes.map(({ slug }) => slug).toSorted()).toEqual(ready.toSorted())
    const coming = layout.bands.reduce((sum, band) => sum + (band.coming?.count ?? 0), 0)
    expect(ready.length + coming).toBe(lessons.length)
  })

  it('has an arrow for each need, from left to right within a module and down between them', () => {
    const wanted = lessons.flatMap(({ slug, needs }) => needs.map((need) => `${need} ${slug}`))
    expect(layout.arrows.map(({ from, to }) => `${from} ${to}`)).toEqual(wanted)
    for (const { from, to, isLocal } of layout.arrows) {
      const [start, end] = [boxOf.get(from), boxOf.get(to)]
      if (start === undefined || end === undefined) throw new Error('An arrow has two boxes.')
      if (isLocal) expect(start.x + start.width, `${from} ${to}`).toBeLessThan(end.x)
      else expect(start.y + start.height, `${from} ${to}`).toBeLessThan(end.y)
    }
  })

  it('lets no box cover another or stand out of its band', () => {
    const all = layout.bands.flatMap(({ lessons: own, coming }) => [
      ...own,
      ...(coming === undefined ? [] : [coming]),
    ])
    for (const [index, box] of all.entries()) {
      expect(all.slice(index + 1).filter((other) => overlap(box, other))).toEqual([])
    }
    for (const band of layout.bands) {
      for (const { x, y, width, height } of band.lessons) {
        expect(x + width).toBeLessThanOrEqual(band.x + band.width)
        expect(y).toBeGreaterThanOrEqual(band.y)
        expect(y + height).toBeLessThanOrEqual(band.y + band.height)
      }
    }
  })

  it('is no wider than the page', () => {
    expect(layout.width).toBeLessThanOrEqual(976)
  })

  it('breaks titles so that they fit', () => {
    const titles = new Map(lessons.map(({ slug, title }) => [slug, title]))
    for (const { slug, lines } of boxes) {
      expect(lines.length, slug).toBeLessThanOrEqual(3)
      for (const line of lines) expect(line.length, slug).toBeLessThan(20)
      expect(lines.join(' ')).toBe(titles.get(slug))
    }
  })
})
