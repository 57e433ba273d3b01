'use client'
/** Chooses a version of the code: ours, the learner's own now, or an attempt. */
import { useId } from 'react'
import type { AttemptView } from './attempt-view.ts'
import { attemptTitle, type VersionId, versionOf, versionTitle } from './version.ts'

interface VersionSelectProps {
  readonly label: string
  readonly value: VersionId
  readonly attempts: readonly AttemptView[]
  readonly hasPassed: boolean
  readonly onChange: (version: VersionId) => void
}

export function VersionSelect(props: VersionSelectProps) {
  const { label, value, attempts, hasPassed, onChange } = props
  const id = useId()
  const versions = attempts.map(versionOf)
  const isListed = ['present', 'starter', 'reference', ...versions].includes(value)
  return (
    <div className="min-w-0 max-w-full">
      <label htmlFor={id} className="block text-muted text-xs">
        {label}
      </label>
      <select
        id={id}
        value={value}
        onChange={({ currentTarget }) => onChange(currentTarget.value as VersionId)}
        className="mt-0.5 min-h-10 w-80 max-w-full truncate rounded-md border border-line-strong bg-page px-2 text-sm max-md:min-h-11"
      >
        <option value="present">{versionTitle('present', attempts)}</option>
        <option value="starter">{versionTitle('starter', attempts)}</option>
        <option value="reference" disabled={!hasPassed && value !== 'reference'}>
          {versionTitle('reference', attempts)}
          {hasPassed ? '' : ' (after you passed)'}
        </option>
        {isListed ? null : <option value={value}>{versionTitle(value, attempts)}</option>}
        <optgroup label="Your attempts">
          {attempts.map((attempt) => (
            <option key={attempt.id} value={versionOf(attempt)}>
              {attemptTitle(attempt)}
            </option>
          ))}
        </optgroup>
      </select>
    </div>
  )
}
