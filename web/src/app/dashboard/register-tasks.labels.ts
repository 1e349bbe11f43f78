import { labels } from '../platform/language';

/** What waits in the registers of contracts and projects. */
export const registerTaskLabels = labels({
  de: {
    notice: (day: string, subject: string) => `Bis ${day} entscheiden: „${subject}“ kündigen oder weiterlaufen lassen`,
    frees: (vendor: string, amount: string) => `${vendor}. Rechtzeitig gekündigt werden ${amount} frei.`,
    otherNotices: (count: string, exact: number) =>
      exact === 1 ? 'Eine weitere Frist steht an.' : `${count} weitere Fristen stehen an.`,
    stale: (name: string) => `„${name}“: Die letzte Meldung ist zu alt`,
    staleSince: (day: string) => `Zuletzt gemeldet am ${day}.`,
    otherStale: (count: string, exact: number, isCut: boolean) =>
      exact === 1 && !isCut ? 'Ein weiteres Vorhaben ebenso.' : `${isCut ? 'Mindestens ' : ''}${count} weitere ebenso.`,
  },
  en: {
    notice: (day: string, subject: string) => `Decide by ${day}: give notice of “${subject}” or let it go on`,
    frees: (vendor: string, amount: string) => `${vendor}. Notice in time gives back ${amount}.`,
    otherNotices: (count: string, exact: number) =>
      exact === 1 ? 'One more day for notice is near.' : `${count} more days for notice are near.`,
    stale: (name: string) => `“${name}”: the last report is too old`,
    staleSince: (day: string) => `Last told on ${day}.`,
    otherStale: (count: string, exact: number, isCut: boolean) =>
      exact === 1 && !isCut ? 'One more project likewise.' : `${isCut ? 'At least ' : ''}${count} more likewise.`,
  },
});
