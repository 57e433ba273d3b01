/** The one rule for passwords: length. Composition rules only make them worse. */

export const PASSWORD_LENGTH_MIN = 10
export const PASSWORD_LENGTH_MAX = 128
