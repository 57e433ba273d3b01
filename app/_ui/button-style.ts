/** The look that buttons and links that look like buttons share. */
import { clsx } from 'clsx'

export type ButtonLook = 'primary' | 'secondary' | 'quiet'
export type ButtonSize = 'small' | 'medium' | 'large'

const LOOKS: Readonly<Record<ButtonLook, string>> = {
  primary: 'bg-accent text-on-accent hover:bg-accent-strong',
  secondary: 'border border-line-strong bg-page text-text hover:bg-surface-strong',
  quiet: 'text-text hover:bg-surface-strong',
}

const SIZES: Readonly<Record<ButtonSize, string>> = {
  small: 'min-h-8 px-3 text-sm',
  medium: 'min-h-10 px-4 text-sm',
  large: 'min-h-12 px-6 text-base',
}

/**
 * Class names of a button. Nothing is merged, because buttons are on every page and merging is
 * code that each would load: to override, mark the class with `!`, as in `px-2!`.
 */
export function buttonStyle({
  look = 'primary',
  size = 'medium',
  className,
}: {
  readonly look?: ButtonLook | undefined
  readonly size?: ButtonSize | undefined
  readonly className?: string | undefined
}): string {
  return clsx(
    'inline-flex select-none items-center justify-center gap-2 rounded-md font-medium',
    'transition-colors duration-100 disabled:cursor-not-allowed disabled:opacity-55',
    LOOKS[look],
    SIZES[size],
    className,
  )
}
