import { labels } from '../ui/language/language';

/** What the program says when the API could not be heard or did not speak its own language. */
export const problemLabels = labels({
  de: {
    offlineTitle: 'Keine Verbindung',
    offline: 'Etatlotse ist gerade nicht erreichbar. Es wurde nichts gespeichert; Ihre Eingabe steht noch da.',
    faultTitle: 'Unerwarteter Fehler',
    fault: 'Das hätte nicht passieren dürfen. Bitte laden Sie neu und nennen Sie beim Melden die Vorgangsnummer.',
  },
  en: {
    offlineTitle: 'No connection',
    offline: 'Etatlotse cannot be reached right now. Nothing was stored; your input is still there.',
    faultTitle: 'Unexpected error',
    fault: 'This should not have happened. Please reload, and give the request number when reporting it.',
  },
});
