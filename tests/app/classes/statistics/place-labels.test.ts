/** Numbers of points on a map: near their points, and not on top of each other. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type MapPoint, placeLabels } from '#app/_classes/statistics/place-labels.ts'

const point = fc.record({
  x: fc.integer({ min: 50, max: 400 }),
  y: fc.integer({ min: 20, max: 200 }),
})

function isHidden(label: MapPoint, other: MapPoint, by: number): boolean {
  return Math.abs(label.x - other.x) < by && Math.abs(label.y - other.y) < by
}

test('a number hides no point and no other number, and stays near its own', () => {
  fc.assert(
    fc.property(fc.array(point, { maxLength: 12 }), (points) => {
      const labels = placeLabels(points)
      expect(labels).toHaveLength(points.length)
      for (const [at, label] of labels.entries()) {
        const own = points[at]
        expect(own && Math.hypot(label.x - own.x, label.y - own.y)).toBeLessThan(45)
        expect(points.some((other) => isHidden(label, other, 7.9))).toBe(false)
        expect(labels.some((other, i) => i !== at && isHidden(label, other, 15.9))).toBe(false)
      }
    }),
  )
})

test('even of ten points in one place', () => {
  const labels = placeLabels(Array.from({ length: 10 }, () => ({ x: 100, y: 100 })))
  expect(new Set(labels.map(({ x, y }) => `${x.toFixed(3)} ${y.toFixed(3)}`)).size).toBe(10)
})
