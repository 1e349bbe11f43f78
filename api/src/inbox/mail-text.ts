import { type InboxKind, inboxSentence } from '@etatlotse/contracts/inbox/plain';

/** What an e-mail is made from. */
export interface MailFacts {
  readonly kind: InboxKind;
  readonly subjectId: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly city: string;
}

const SUBJECT_MAX = 120;

/** Subject and text in plain words. The link leads to the page, which asks for a login; the mail carries no amounts. */
export function mailText(
  { kind, subjectId, params, city }: MailFacts,
  origin: string | null,
): { readonly subject: string; readonly text: string } {
  const sentence = inboxSentence(kind, params, 'de');
  const path = kind.startsWith('demand.') ? `/demands/${subjectId}` : `/demands/rounds/${subjectId}`;
  const where = origin === null ? 'Bitte melden Sie sich in Etatlotse an.' : `${origin}${path}`;
  return {
    // A title comes from people: line breaks never reach the header.
    subject: `Etatlotse: ${sentence.replaceAll(/\s+/g, ' ')}`.slice(0, SUBJECT_MAX),
    text: `Guten Tag,\n\n${sentence}\n\n${where}\n\nDiese Nachricht kommt aus Etatlotse, ${city}. Sie steht auch in Ihrem Eingang.\n`,
  };
}
