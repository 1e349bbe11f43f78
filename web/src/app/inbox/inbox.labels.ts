import { labels } from '../platform/language';

const todoDe: Readonly<Record<string, string>> = {
  submit: 'Fertigstellen und absenden',
  determine: 'In die Runde aufnehmen',
  examine: 'Prüfen und zeichnen',
  deliberate: 'Beratung eintragen',
  plan: 'Entscheiden',
  adopt: 'Beschluss eintragen',
};
const todoEn: Readonly<Record<string, string>> = {
  submit: 'Finish and submit',
  determine: 'Take into the round',
  examine: 'Examine and sign',
  deliberate: 'Record deliberation',
  plan: 'Decide',
  adopt: 'Record resolution',
};

export const inboxLabels = labels({
  de: {
    title: 'Eingang',
    question: 'Was wartet auf mich, und was wurde aus meinem?',
    lead: (waiting: string, unread: string) => `Auf Sie warten ${waiting}. Ungelesene Nachrichten: ${unread}.`,
    waiting: 'Wartet auf mich',
    waitingNone: 'Nichts wartet auf Sie.',
    news: 'Nachrichten',
    newsNone: 'Noch keine Nachricht',
    newsNoneHint: 'Hier lesen Sie, was aus Ihren Bedarfen wird. Mit Mailserver kommt es auch als E-Mail.',
    handedBack: (reason: string) => `Zurückgegeben: ${reason}`,
    readAll: 'Alle als gelesen markieren',
    isNew: 'neu',
    more: 'Weitere zeigen',
    late: 'überfällig',
    by: (day: string) => `bis ${day}`,
    todo: todoDe,
  },
  en: {
    title: 'Inbox',
    question: 'What waits for me, and what became of mine?',
    lead: (waiting: string, unread: string) => `${waiting} wait for you. Unread messages: ${unread}.`,
    waiting: 'Waits for me',
    waitingNone: 'Nothing waits for you.',
    news: 'Messages',
    newsNone: 'No message yet',
    newsNoneHint: 'Here you read what becomes of your demands. With a mail server it comes by e-mail, too.',
    handedBack: (reason: string) => `Handed back: ${reason}`,
    readAll: 'Mark all as read',
    isNew: 'new',
    more: 'Show more',
    late: 'overdue',
    by: (day: string) => `by ${day}`,
    todo: todoEn,
  },
});
