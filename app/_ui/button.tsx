/** A button. It does something; what goes somewhere is a `LinkButton`. */
import type { ComponentProps } from 'react'
import { type ButtonLook, type ButtonSize, buttonStyle } from './button-style.ts'

type ButtonProps = ComponentProps<'button'> & {
  readonly look?: ButtonLook
  readonly size?: ButtonSize
}

export function Button({ look, size, className, type = 'button', ...rest }: ButtonProps) {
  return <button type={type} className={buttonStyle({ look, size, className })} {...rest} />
}
