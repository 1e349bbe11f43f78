import type { SnapshotProject } from '@etatlotse/contracts/snapshot/plain';
import type { FrameCode } from '@etatlotse/domain/budget';
import { cents, formatCents } from '@etatlotse/domain/shared';
import { Html, html } from './html';
import type { PublicSnapshot, PublicStand } from './public-snapshots';

const FRAMES: Readonly<Record<FrameCode, { readonly name: string; readonly what: string }>> = {
  CORE: { name: 'Kern-IT', what: 'Betrieb der zentralen Infrastruktur und Ausbau der Fachanwendungen' },
  SCHOOL_NET: { name: 'Schulnetze', what: 'Modernisierung und Ausbau der Netze in Schulen' },
  FEES: { name: 'Gebühren', what: 'Telefon und Datenleitungen' },
};
const STATUS = { green: 'im Plan', yellow: 'gefährdet', red: 'kritisch', unknown: 'unbekannt' } as const;
const PERCENT = 100;

const euro = (amount: number | null): string =>
  amount === null ? 'unbekannt' : formatCents(cents(amount), 'de', { precision: 'euros' });
const day = (iso: string): string => iso.slice(0, 10).split('-').reverse().join('.');

/** The page for everybody: plain sentences above each table, no script, nothing but what was released as public. */
export function publicPage(
  slug: string,
  { content, sha256, releasedAt }: PublicSnapshot,
  stands: readonly PublicStand[],
): string {
  const { city, fiscalYear, meeting, ledgerAsOf, registersAsOf } = content;
  const body = html`<p class="lead">${answerOf(content)}</p>
    <p class="seal">
      Stand der Daten:
      ${day(ledgerAsOf)}${meeting === null ? '' : `, für die Sitzung „${meeting.body}“ am ${day(meeting.heldOn)}`}.
      Vorhaben und Einführungen: Stand ${day(registersAsOf)}. Freigegeben am ${day(releasedAt)}; seither unverändert.
    </p>
    ${framesSection(content)} ${whereSection(content)} ${projectsSection(content.projects)} ${rolloutsSection(content)}
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

function answerOf({ overview: { totals } }: PublicSnapshot['content']): string {
  const unknown = totals.unknownFrames.map((frame) => FRAMES[frame].name).join(', ');
  const remark = unknown === '' ? '' : ` Für ${unknown} ist kein Betrag festgelegt.`;
  return `Für ${euro(totals.ceilingCents)} gibt es einen Rahmen; ausgegeben sind bisher ${euro(totals.actualCents)}, fest bestellt weitere ${euro(totals.commitmentCents)}.${remark}`;
}

function framesSection({ overview: { frames, totals } }: PublicSnapshot['content']): Html {
  const plus = totals.unknownFrames.length === 0 ? '' : ' + unbekannt';
  return html`<section aria-labelledby="rahmen">
    <h2 id="rahmen">Wie viel Geld gibt es, und wie viel ist ausgegeben?</h2>
    <p>„Bestellt“ ist Geld, das schon fest vergeben, aber noch nicht bezahlt ist.</p>
    <div class="wide" role="group" aria-labelledby="rahmen" tabindex="0">
      <table>
        <thead>
          <tr>
            <th scope="col">Wofür</th>
            <th scope="col" class="n">Rahmen</th>
            <th scope="col" class="n">ausgegeben</th>
            <th scope="col" class="n">bestellt</th>
            <th scope="col" class="n">verfügbar</th>
          </tr>
        </thead>
        <tbody>
          ${frames.map(
            (frame) =>
              html`<tr>
                <th scope="row">${FRAMES[frame.frame].name}<small>${FRAMES[frame.frame].what}</small></th>
                <td class="n">${euro(frame.ceilingCents)}</td>
                <td class="n">${euro(frame.actualCents)}</td>
                <td class="n">${euro(frame.commitmentCents)}</td>
                <td class="n">${euro(frame.availableCents)}</td>
              </tr>`,
          )}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">Zusammen</th>
            <td class="n">${euro(totals.ceilingCents)}${plus}</td>
            <td class="n">${euro(totals.actualCents)}</td>
            <td class="n">${euro(totals.commitmentCents)}</td>
            <td class="n">${euro(totals.availableCents)}${plus}</td>
          </tr>
        </tfoot>
      </table>
    </div>
  </section>`;
}

function whereSection({ overview: { largest } }: PublicSnapshot['content']): Html {
  const shown = largest.slice(0, 10);
  if (shown.length === 0) return html``;
  return html`<section aria-labelledby="wohin">
    <h2 id="wohin">Wohin geht das meiste Geld?</h2>
    <p>Die größten Posten nach dem Betrag, der für das Jahr zur Verfügung steht.</p>
    <ol>
      ${shown.map(({ name, adjustedCents }) => html`<li>${name}: <b>${euro(adjustedCents)}</b></li>`)}
    </ol>
  </section>`;
}

function projectsSection(projects: readonly SnapshotProject[]): Html {
  const shown = projects.filter(({ level, state }) => level === 'project' && state !== 'closed');
  if (shown.length === 0) return html``;
  const red = shown.filter(({ status }) => status === 'red').length;
  return html`<section aria-labelledby="vorhaben">
    <h2 id="vorhaben">Wie stehen die Vorhaben?</h2>
    <p>${red} von ${shown.length} Vorhaben sind kritisch; gemessen am vereinbarten Plan, nicht geschätzt.</p>
    <div class="wide" role="group" aria-labelledby="vorhaben" tabindex="0">
      <table>
        <thead>
          <tr>
            <th scope="col">Vorhaben</th>
            <th scope="col">Stand</th>
            <th scope="col">Ende</th>
            <th scope="col">zuerst geplant</th>
          </tr>
        </thead>
        <tbody>
          ${shown.map(
            ({ name, status, currentEnd, plannedEnd, originalEnd, isStale, reportedOn }) =>
              html`<tr>
                <th scope="row">${name}</th>
                <td>${STATUS[status]}<small>${isStale ? 'veraltet, ' : ''}gemeldet am ${day(reportedOn)}</small></td>
                <td>${day(currentEnd ?? plannedEnd)}</td>
                <td>${originalEnd === null ? 'kein vereinbarter Plan' : day(originalEnd)}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </section>`;
}

const BOUNDS = { exact: '', lower: 'mindestens ', upper: 'höchstens ' } as const;

function rolloutsSection({ rollouts }: PublicSnapshot['content']): Html {
  const goals = rollouts.flatMap(({ goals: own }) => own);
  if (goals.length === 0) return html``;
  return html`<section aria-labelledby="einfuehrungen">
    <h2 id="einfuehrungen">Wie weit sind die Einführungen?</h2>
    <ul>
      ${goals.map(
        ({ name, goalOn, firstGoalOn, share }) =>
          html`<li>
            ${name}:
            ${share === null ? 'Anteil unbekannt' : `${BOUNDS[share.bound]}${String(share.value / PERCENT).replace('.', ',')} %`},
            Ziel ${day(goalOn)}${goalOn === firstGoalOn ? '' : ` (zuerst ${day(firstGoalOn)})`}
          </li>`,
      )}
    </ul>
  </section>`;
}

/** What NBGG § 9b asks for, in plain words; the city fills in who answers. */
export function accessibilityPage(slug: string, city: string): string {
  const body = html`<p class="lead">Diese Seite soll für alle nutzbar sein.</p>
    <h2>Wie barrierefrei ist sie?</h2>
    <p>
      Sie ist nach WCAG 2.2 AA gebaut und wird gegen EN 301 549 (V3.2.1) geprüft: ohne Skript, mit Überschriften,
      Tabellen mit Kopfzellen, ausreichenden Kontrasten in heller und dunkler Ansicht, bedienbar mit der Tastatur und
      bei 400 Prozent Vergrößerung. Eine Prüfung durch Dritte steht noch aus.
    </p>
    <h2 id="rueckmeldung">Rückmeldung</h2>
    <p>
      Fehlt etwas, oder ist etwas nicht zu verstehen? Schreiben Sie der Pressestelle oder dem Gremienbüro der Stadt; die
      Anschrift steht im Impressum der Stadt. Bleibt eine Antwort aus, hilft die Schlichtungsstelle nach dem
      Niedersächsischen Behindertengleichstellungsgesetz (§ 9d NBGG).
    </p>`;
  return page(slug, 'Erklärung zur Barrierefreiheit', city, body);
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

function page(slug: string, question: string, city: string, body: Html): string {
  return html`<!doctype html>
    <html lang="de">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="description" content="IT im Haushalt: ${city}. Freigegebene Zahlen in einfachen Worten." />
        <title>${question} ${city}</title>
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
