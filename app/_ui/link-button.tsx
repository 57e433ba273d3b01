/** A link that looks like a button. */
import Link from 'next/link'
import type { ComponentProps } from 'react'
import { type ButtonLook, type ButtonSize, buttonStyle } from './button-style.ts'

type LinkButtonProps = ComponentProps<typeof Link> & {
  readonly look?: ButtonLook
  readonly size?: ButtonSize
}

export function LinkButton({ look, size, className, ...rest }: LinkButtonProps) {
  return <Link className={buttonStyle({ look, size, className })} {...rest} />
}
