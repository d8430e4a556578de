/** The day of a moment as the laptop counts days: waivers end with it, documents are named after it. */

/** `2026-11-22` of an ISO time or of now, in the computer's own time zone. */
export function calendarDay(moment: string | Date): string {
  return new Date(moment).toLocaleDateString('sv-SE');
}
