/** What every MDX text may use by name. */
import Link from 'next/link'
import type { ComponentProps } from 'react'
import { Callout } from './callout.tsx'
import { Exercise, Hint, Rubric } from './exercise.tsx'
import { Option, Recall } from './recall.tsx'
import { Term } from './term.tsx'
import { ThinkFirst } from './think-first.tsx'

export const MDX_COMPONENTS = {
  a: TextLink,
  Callout,
  Exercise,
  Hint,
  Option,
  Recall,
  Rubric,
  Term,
  ThinkFirst,
}

/** Links inside the site do not load the page anew. */
function TextLink({ href = '', className, children, ...rest }: ComponentProps<'a'>) {
  if (href.startsWith('/')) {
    return (
      <Link href={href} className={className ?? ''}>
        {children}
      </Link>
    )
  }
  return (
    <a href={href} className={className} {...rest}>
      {children}
    </a>
  )
}
