'use client'
/** A button. It does something; what goes somewhere is a `LinkButton`. */
import { Button as BaseButton } from '@base-ui/react/button'
import type { ComponentProps } from 'react'
import { type ButtonLook, type ButtonSize, buttonStyle } from './button-style.ts'

type ButtonProps = Omit<ComponentProps<typeof BaseButton>, 'className'> & {
  readonly look?: ButtonLook
  readonly size?: ButtonSize
  readonly className?: string
}

export function Button({ look, size, className, type = 'button', ...rest }: ButtonProps) {
  return <BaseButton type={type} className={buttonStyle({ look, size, className })} {...rest} />
}
