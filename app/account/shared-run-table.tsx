'use client'
/** The snapshots that a reader shared, with a button that deletes each. */
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Button } from '../_ui/button.tsx'

export interface SharedRunRow {
  readonly id: string
  readonly href: string
  readonly title: string
  readonly seed: number
  /** `2026-11-21` */
  readonly madeOn: string
  readonly expiresOn: string
}

export function SharedRunTable({ runs }: { readonly runs: readonly SharedRunRow[] }) {
  const router = useRouter()
  const [message, setMessage] = useState('')
  const remove = async (id: string) => {
    const response = await fetch(`/api/shared-runs/${id}`, { method: 'DELETE' }).catch(
      () => undefined,
    )
    if (response?.ok === true) setMessage('The snapshot is deleted.')
    else setMessage('It could not be deleted. Try again in a moment.')
    router.refresh()
  }
  return (
    <div className="mt-4 overflow-x-auto">
      <table className="w-full text-left text-sm">
        <thead>
          <tr className="border-line-strong border-b">
            {['Made', 'Run', 'Kept until'].map((title) => (
              <th key={title} scope="col" className="py-2 pr-6 font-semibold">
                {title}
              </th>
            ))}
            <th scope="col" className="py-2">
              <span className="sr-only">Delete</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {runs.map(({ id, href, title, seed, madeOn, expiresOn }) => (
            <tr key={id} className="border-line border-b">
              <td className="whitespace-nowrap py-2.5 pr-6 text-muted tabular-nums">{madeOn}</td>
              <td className="py-2.5 pr-6">
                <Link href={href} className="text-accent underline underline-offset-4">
                  {title}, seed {seed}
                </Link>
              </td>
              <td className="whitespace-nowrap py-2.5 pr-6 text-muted tabular-nums">{expiresOn}</td>
              <td className="py-1.5 text-right">
                <Button
                  look="secondary"
                  size="small"
                  aria-label={`Delete the snapshot ${title}, seed ${seed}`}
                  onClick={() => void remove(id)}
                >
                  Delete
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p role="status" className="mt-2 min-h-5 text-muted text-sm">
        {message}
      </p>
    </div>
  )
}
