import { type Html, html } from './html';
import {
  answerOf,
  day,
  framesAtAGlance,
  framesSection,
  projectsSection,
  rolloutsSection,
  whereSection,
} from './public-parts';
import type { PublicSnapshot, PublicStand } from './public-snapshots';

/** The page for everybody: plain sentences above each table, no script, nothing but what was released as public. */
export function publicPage(
  slug: string,
  { content, sha256, releasedAt, hasLines }: PublicSnapshot,
  stands: readonly PublicStand[],
): string {
  const { city, fiscalYear, meeting, ledgerAsOf, registersAsOf } = content;
  const body = html`<p class="lead">${answerOf(content)}</p>
    ${framesAtAGlance(content)}
    <p class="seal">
      Stand der Daten:
      ${day(ledgerAsOf)}${meeting === null ? '' : `, für die Sitzung „${meeting.body}“ am ${day(meeting.heldOn)}`}.
      Vorhaben und Einführungen: Stand ${day(registersAsOf)}. Freigegeben am ${day(releasedAt)}; seither unverändert.
    </p>
    ${whereSection(content)} ${projectsSection(content.projects)} ${rolloutsSection(content)} ${framesSection(content)}
    ${openDataSection(slug, content, hasLines)}
    <section aria-labelledby="staende">
      <h2 id="staende">Was wussten wir wann?</h2>
      <p>Jeder Stand bleibt, wie er freigegeben wurde.</p>
      <ul>
        ${stands.map(
          (stand) =>
            html`<li>
              <a href="/oeffentlich/${slug}/${stand.ledgerAsOf}">${day(stand.ledgerAsOf)}</a>, Haushalt
              ${stand.fiscalYear}
            </li>`,
        )}
      </ul>
    </section>
    <p class="seal">Prüfsumme (SHA-256): <code>${sha256}</code></p>`;
  return page(slug, `Wo steht die IT im Haushalt ${fiscalYear}?`, city, body);
}

/** What anybody may reckon with, where the snapshot was released with its lines. */
function openDataSection(slug: string, { ledgerAsOf }: PublicSnapshot['content'], hasLines: boolean): Html {
  if (!hasLines) return html``;
  return html`<section aria-labelledby="daten">
    <h2 id="daten">Wo sind die Zahlen zum Nachrechnen?</h2>
    <p>
      Jede Haushaltszeile dieses Standes mit Ansatz und Ist:
      <a href="/oeffentlich/${slug}/${ledgerAsOf}/fiscal-data-package.zip" download
        >offene Daten als Fiscal Data Package (ZIP)</a
      >. Die Datei darf frei weitergegeben werden und öffnet sich in jedem Tabellenprogramm.
    </p>
  </section>`;
}

export function nothingPage(slug: string): string {
  return page(
    slug,
    'Hier ist nichts veröffentlicht.',
    'IT im Haushalt',
    html`<p class="lead">
      Unter dieser Adresse gibt es keinen freigegebenen Stand. Bitte prüfen Sie die Schreibweise.
    </p>`,
  );
}

/** A whole page around its own part. */
export function page(slug: string, question: string, city: string, body: Html): string {
  return html`<!doctype html>
    <html lang="de">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="description" content="IT im Haushalt: ${city}. Freigegebene Zahlen in einfachen Worten." />
        <title>${question} ${city}</title>
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/oeffentlich/stil.css" />
      </head>
      <body>
        <a class="skip" href="#inhalt">Zum Inhalt</a>
        <header>
          <p>${city}</p>
          <p>IT im Haushalt, öffentlicher Stand</p>
        </header>
        <main id="inhalt">
          <h1>${question}</h1>
          ${body}
        </main>
        <footer>
          <p>
            <a href="/oeffentlich/${slug}">Neuester Stand</a>
            <a href="/oeffentlich/${slug}/barrierefreiheit">Barrierefreiheit</a>
            <a href="/oeffentlich/${slug}/barrierefreiheit#rueckmeldung">Rückmeldung</a>
          </p>
          <p>Diese Seite setzt keine Cookies, lädt nichts von anderen und zählt niemanden.</p>
        </footer>
      </body>
    </html> `.text;
}
