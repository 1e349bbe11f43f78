import type { PublicContactFacts } from '@etatlotse/contracts/settings/plain';
import { type Html, html } from './html';
import { page } from './public-page';
import type { PublicContacts } from './public-snapshots';

/** What NBGG § 9b asks for, in plain words: how it stands, whom to write to, and who helps where nobody answers. */
export function accessibilityPage(slug: string, city: string, contacts: PublicContacts): string {
  const body = html`<p class="lead">Diese Seite soll für alle nutzbar sein.</p>
    <h2>Wie barrierefrei ist sie?</h2>
    <p>
      Sie ist nach WCAG 2.2 AA gebaut und wird gegen EN 301 549 (V3.2.1) geprüft: ohne Skript, mit Überschriften,
      Tabellen mit Kopfzellen, ausreichenden Kontrasten in heller und dunkler Ansicht, bedienbar mit der Tastatur und
      bei 400 Prozent Vergrößerung. Eine Prüfung durch Dritte steht noch aus.
    </p>
    <h2 id="rueckmeldung">Wem schreibe ich, wenn etwas fehlt?</h2>
    ${feedback(city, contacts.city)}
    <h2 id="schlichtung">Wer hilft, wenn keine Antwort kommt?</h2>
    ${enforcement(contacts.enforcement)}`;
  return page(slug, 'Erklärung zur Barrierefreiheit', city, body);
}

function feedback(city: string, contact: PublicContactFacts | null): Html {
  const why = 'Fehlt etwas, oder ist etwas nicht zu verstehen?';
  if (contact === null) {
    return html`<p>
      ${why} ${city} hat hier noch keine Ansprechstelle eingetragen. Bis dahin hilft die Anschrift im Impressum der
      Stadt weiter.
    </p>`;
  }
  return html`<p>${why} Schreiben Sie an:</p>
    ${address(contact, `Rückmeldung zur öffentlichen Seite IT im Haushalt, ${city}`)}`;
}

function enforcement(contact: PublicContactFacts | null): Html {
  if (contact === null) {
    return html`<p>
      Dann hilft die Schlichtungsstelle nach dem Niedersächsischen Behindertengleichstellungsgesetz (§ 9d NBGG),
      kostenlos. Ihre Anschrift ist hier noch nicht eingetragen.
    </p>`;
  }
  return html`<p>
      Dann hilft die Schlichtungsstelle nach dem Niedersächsischen Behindertengleichstellungsgesetz (§ 9d NBGG),
      kostenlos:
    </p>
    ${address(contact, 'Antrag auf Schlichtung: Barrierefreiheit einer öffentlichen Seite')}`;
}

function address({ name, address: lines, email, source }: PublicContactFacts, subject: string): Html {
  return html`<address>
      ${name}<br />
      ${lines.split('\n').map((line) => html`${line}<br />`)} E-Mail:
      <a href="mailto:${email}?subject=${encodeURIComponent(subject)}">${email}</a>
    </address>
    <p><small>Angaben nach: ${source}</small></p>`;
}
