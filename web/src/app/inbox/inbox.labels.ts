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
    lead: (waiting: string, approvals: string, unread: string) => {
      const demands = waiting === '0' ? '' : waiting === '1' ? 'ein Bedarf' : `${waiting} Bedarfe`;
      const decisions = approvals === '0' ? '' : approvals === '1' ? 'eine Freigabe' : `${approvals} Freigaben`;
      const both = [demands, decisions].filter((part) => part !== '');
      const isOne = both.length === 1 && (waiting === '1' || approvals === '1');
      const waits =
        both.length === 0 ? 'Auf Sie wartet nichts.' : `Auf Sie ${isOne ? 'wartet' : 'warten'} ${both.join(' und ')}.`;
      const news =
        unread === '0'
          ? 'Alle Nachrichten sind gelesen.'
          : unread === '1'
            ? 'Eine Nachricht ist ungelesen.'
            : `${unread} Nachrichten sind ungelesen.`;
      return `${waits} ${news}`;
    },
    waiting: 'Wartet auf mich',
    waitingNone: 'Nichts wartet auf Sie.',
    approvals: (count: number) =>
      count === 1 ? 'Eine Freigabe wartet auf Ihre Entscheidung.' : `${count} Freigaben warten auf Ihre Entscheidung.`,
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
    lead: (waiting: string, approvals: string, unread: string) => {
      const demands = waiting === '0' ? '' : waiting === '1' ? 'one demand' : `${waiting} demands`;
      const decisions = approvals === '0' ? '' : approvals === '1' ? 'one approval' : `${approvals} approvals`;
      const both = [demands, decisions].filter((part) => part !== '');
      const isOne = both.length === 1 && (waiting === '1' || approvals === '1');
      const what = both.join(' and ');
      const waits =
        both.length === 0
          ? 'Nothing waits for you.'
          : `${what.charAt(0).toUpperCase()}${what.slice(1)} ${isOne ? 'waits' : 'wait'} for you.`;
      const news =
        unread === '0'
          ? 'All messages are read.'
          : unread === '1'
            ? 'One message is unread.'
            : `${unread} messages are unread.`;
      return `${waits} ${news}`;
    },
    waiting: 'Waits for me',
    waitingNone: 'Nothing waits for you.',
    approvals: (count: number) =>
      count === 1 ? 'One approval waits for your decision.' : `${count} approvals wait for your decision.`,
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
