/** The fields of the form that adjusts a grade. */
import type { FormField } from '../_forms/form-field.tsx'

export const ADJUSTMENT_FIELDS: readonly FormField[] = [
  {
    name: 'kind',
    label: 'What to do',
    kind: 'select',
    options: [
      ['add', 'add points, or take some with a minus'],
      ['set', 'set the points, whatever was computed'],
    ],
  },
  { name: 'points', label: 'Points', kind: 'text', hint: 'Such as 8.5 or -1.' },
  { name: 'reason', label: 'Reason', kind: 'text' },
]
