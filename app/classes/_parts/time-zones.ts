/** The time zones that a form offers. */

/** UTC is not in the list of the platform. */
export function timeZoneOptions(): readonly (readonly [string, string])[] {
  return ['UTC', ...Intl.supportedValuesOf('timeZone')].map((zone) => [
    zone,
    zone.replaceAll('_', ' '),
  ])
}
