import type { ProblemKind } from './problem-kind';

/** Who may not, or not now. */
export const ACCESS_PROBLEMS = {
  NOT_LOGGED_IN: {
    status: 401,
    title: { de: 'Bitte anmelden', en: 'Please log in' },
    detail: {
      de: 'Sie sind nicht angemeldet oder Ihre Anmeldung ist abgelaufen.',
      en: 'You are not logged in or your login has expired.',
    },
  },
  LOGIN_FAILED: {
    status: 401,
    title: { de: 'Anmeldung nicht möglich', en: 'Login not possible' },
    detail: {
      de: 'E-Mail-Adresse oder Passwort stimmen nicht.',
      en: 'E-mail address or password is not correct.',
    },
  },
  TOO_MANY_ATTEMPTS: {
    status: 429,
    title: { de: 'Zu viele Versuche', en: 'Too many attempts' },
    detail: {
      de: 'Es gab zu viele Versuche. Bitte warten Sie {retryAfterSeconds} Sekunden.',
      en: 'There were too many attempts. Please wait {retryAfterSeconds} seconds.',
    },
  },
  CSRF_REFUSED: {
    status: 403,
    title: { de: 'Anfrage abgelehnt', en: 'Request refused' },
    detail: {
      de: 'Die Anfrage kam nicht aus Etatlotse. Bitte laden Sie die Seite neu.',
      en: 'The request did not come from Etatlotse. Please reload the page.',
    },
  },
  TENANT_HEADER: {
    status: 403,
    title: { de: 'Anfrage abgelehnt', en: 'Request refused' },
    detail: {
      de: 'Die Stadt ergibt sich aus der Anmeldung und kann nicht vorgegeben werden.',
      en: 'The city follows from the login and cannot be given.',
    },
  },
  FORBIDDEN: {
    status: 403,
    title: { de: 'Nicht erlaubt', en: 'Not allowed' },
    detail: {
      de: 'Ihre Rolle erlaubt das nicht. Bitte wenden Sie sich an die Kämmerei oder die Verwaltung der Zugänge.',
      en: 'Your role does not allow this. Please ask the finance office or the access administration.',
    },
  },
  NOT_FOUND: {
    status: 404,
    title: { de: 'Nicht gefunden', en: 'Not found' },
    detail: { de: 'Das gibt es nicht oder nicht für Sie.', en: 'This does not exist or not for you.' },
  },
  METHOD_NOT_ALLOWED: {
    status: 405,
    title: { de: 'So nicht möglich', en: 'Not possible this way' },
    detail: { de: 'Diese Adresse kennt das Verfahren nicht.', en: 'This address does not know the method.' },
  },
  LINK_INVALID: {
    status: 410,
    title: { de: 'Link nicht mehr gültig', en: 'Link no longer valid' },
    detail: {
      de: 'Dieser Link ist abgelaufen oder schon benutzt. Bitte fordern Sie einen neuen an.',
      en: 'This link has expired or has been used. Please ask for a new one.',
    },
  },
  PASSWORD_WEAK: {
    status: 422,
    title: { de: 'Passwort zu leicht zu erraten', en: 'Password too easy to guess' },
    detail: {
      de: 'Bitte nehmen Sie mindestens 12 Zeichen und kein verbreitetes Wort, keinen Stadtnamen und keine Jahreszahl allein.',
      en: 'Please take at least 12 characters and no common word, city name or mere year.',
    },
  },
  FOUR_EYES: {
    status: 409,
    title: { de: 'Zweite Person nötig', en: 'Second person needed' },
    detail: {
      de: 'Das können Sie nicht selbst freigeben. Bitte eine zweite Person der Kämmerei.',
      en: 'You cannot release this yourself. Please ask a second person of the finance office.',
    },
  },
  SERVICE_BUSY: {
    status: 503,
    title: { de: 'Gerade nicht erreichbar', en: 'Not reachable right now' },
    detail: {
      de: 'Etatlotse kann gerade nicht antworten. Bitte versuchen Sie es gleich noch einmal; doppelt ausgeführt wird dabei nichts.',
      en: 'Etatlotse cannot answer right now. Please try again in a moment; nothing will be carried out twice.',
    },
  },
  INTERNAL: {
    status: 500,
    title: { de: 'Unerwarteter Fehler', en: 'Unexpected error' },
    detail: {
      de: 'Das hätte nicht passieren dürfen. Es wurde nichts gespeichert. Bitte nennen Sie beim Melden die Vorgangsnummer.',
      en: 'This should not have happened. Nothing was stored. Please give the request number when reporting it.',
    },
  },
} satisfies Record<string, ProblemKind>;
