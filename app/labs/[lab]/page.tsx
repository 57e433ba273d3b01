/** A lab without a step: its place in the list of labs shows its steps. */
import { notFound, redirect } from 'next/navigation'
import { labs } from '#labs/index.ts'

interface LabPageProps {
  readonly params: Promise<{ readonly lab: string }>
}

export default async function LabPage({ params }: LabPageProps) {
  const { lab } = await params
  if (!labs.some(({ id }) => id === lab)) notFound()
  redirect(`/labs#${lab}`)
}
