import type { PublicContent, SnapshotProject } from '@etatlotse/contracts/snapshot/plain';
import type { FrameCode } from '@etatlotse/domain/budget';
import { cents, formatCents } from '@etatlotse/domain/shared';
import { type Html, html } from './html';

const FRAMES: Readonly<Record<FrameCode, { readonly name: string; readonly what: string }>> = {
  CORE: { name: 'Kern-IT', what: 'Betrieb der zentralen Infrastruktur und Ausbau der Fachanwendungen' },
  SCHOOL_NET: { name: 'Schulnetze', what: 'Modernisierung und Ausbau der Netze in Schulen' },
  FEES: { name: 'Gebühren', what: 'Telefon und Datenleitungen' },
};
/** A word and a shape: nobody needs to tell colours apart. */
const STATUS = {
  green: ['im Plan', '●'],
  yellow: ['gefährdet', '▲'],
  red: ['kritisch', '■'],
  unknown: ['unbekannt', '○'],
} as const;
const PERCENT = 100;
/** Width of a bar in its own units; the page stretches it. */
const BAR = 1000;

const euro = (amount: number | null): string =>
  amount === null ? 'unbekannt' : formatCents(cents(amount), 'de', { precision: 'euros' });
export const day = (iso: string): string => iso.slice(0, 10).split('-').reverse().join('.');

type Frame = PublicContent['overview']['frames'][number];

/** Where every frame stands, at a glance: what is spent, what is ordered, what is left. */
export function framesAtAGlance({ overview: { frames } }: PublicContent): Html {
  return html`<ul class="cards" aria-label="Die Rahmen auf einen Blick">
    ${frames.map((frame) => card(frame))}
  </ul>`;
}

function card(frame: Frame): Html {
  const { ceilingCents, adjustedCents, actualCents, commitmentCents, availableCents } = frame;
  const { name, what } = FRAMES[frame.frame];
  const isKnown = ceilingCents !== null;
  const left = isKnown ? availableCents : null;
  return html`<li>
    <h2>${name}</h2>
    <p class="what">${what}</p>
    <p class="big">${left === null ? 'unbekannt' : euro(left)}</p>
    <p>
      ${left === null ? `Dafür ist kein Betrag festgelegt. Ausgegeben sind ${euro(actualCents)}.` : `sind noch frei. Rahmen: ${euro(ceilingCents)}${adjustedCents === ceilingCents ? '' : `; mit Resten und Änderungen ${euro(adjustedCents)}`}.`}
    </p>
    ${
      isKnown && adjustedCents > 0
        ? bar(
            [
              ['spent', actualCents],
              ['ordered', commitmentCents],
            ],
            adjustedCents,
          )
        : html``
    }
    ${isKnown && adjustedCents > 0 ? html`<p class="key">${keyOf(frame)}</p>` : html``}
  </li>`;
}

function keyOf({ adjustedCents, actualCents, commitmentCents }: Frame): Html {
  const share = (amount: number): string => `${Math.round((amount / adjustedCents) * PERCENT)} %`;
  return html`<span class="dot spent"></span> ${share(actualCents)} ausgegeben
    <span class="dot ordered"></span> ${share(commitmentCents)} bestellt`;
}

/** Parts of a whole side by side; the words beside it say the same. */
function bar(parts: readonly (readonly [tone: string, amount: number])[], whole: number): Html {
  let from = 0;
  const rects = parts.map(([tone, amount]) => {
    const width = Math.min(Math.max(Math.round((amount / whole) * BAR), 0), BAR - from);
    from += width;
    return html`<rect class="${tone}" x="${from - width}" width="${width}" height="12" />`;
  });
  return html`<svg viewBox="0 0 ${BAR} 12" preserveAspectRatio="none" aria-hidden="true">
    <rect class="free" width="${BAR}" height="12" />
    ${rects}
  </svg>`;
}

export function answerOf({ overview: { totals } }: PublicContent): string {
  const unknown = totals.unknownFrames.map((frame) => FRAMES[frame].name).join(', ');
  const remark = unknown === '' ? '' : ` Für ${unknown} ist kein Betrag festgelegt.`;
  return `Für ${euro(totals.ceilingCents)} gibt es einen Rahmen; ausgegeben sind bisher ${euro(totals.actualCents)}, fest bestellt weitere ${euro(totals.commitmentCents)}.${remark}`;
}

export function framesSection({ overview: { frames, totals } }: PublicContent): Html {
  const plus = totals.unknownFrames.length === 0 ? '' : ' + unbekannt';
  return html`<section aria-labelledby="rahmen">
    <h2 id="rahmen">Wie ist das gerechnet?</h2>
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
                <td class="n" data-label="Rahmen">${euro(frame.ceilingCents)}</td>
                <td class="n" data-label="ausgegeben">${euro(frame.actualCents)}</td>
                <td class="n" data-label="bestellt">${euro(frame.commitmentCents)}</td>
                <td class="n" data-label="verfügbar">${euro(frame.availableCents)}</td>
              </tr>`,
          )}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">Zusammen</th>
            <td class="n" data-label="Rahmen">${euro(totals.ceilingCents)}${plus}</td>
            <td class="n" data-label="ausgegeben">${euro(totals.actualCents)}</td>
            <td class="n" data-label="bestellt">${euro(totals.commitmentCents)}</td>
            <td class="n" data-label="verfügbar">${euro(totals.availableCents)}${plus}</td>
          </tr>
        </tfoot>
      </table>
    </div>
  </section>`;
}

export function whereSection({ overview: { largest } }: PublicContent): Html {
  const shown = largest.slice(0, 10);
  const [first] = shown;
  if (first === undefined) return html``;
  return html`<section aria-labelledby="wohin">
    <h2 id="wohin">Wohin geht das meiste Geld?</h2>
    <p>Die größten Posten nach dem Betrag, der für das Jahr zur Verfügung steht.</p>
    <ol class="ranks">
      ${shown.map(
        ({ name, adjustedCents }) =>
          html`<li>
            <span>${name}</span> <b class="n">${euro(adjustedCents)}</b>
            ${first.adjustedCents > 0 ? bar([['spent', adjustedCents]], first.adjustedCents) : html``}
          </li>`,
      )}
    </ol>
  </section>`;
}

export function projectsSection(projects: readonly SnapshotProject[]): Html {
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
                <td data-label="Stand">
                  <span class="tag ${status}"
                    ><span aria-hidden="true">${STATUS[status][1]}</span> ${STATUS[status][0]}</span
                  >
                  <small>${isStale ? 'veraltet, ' : ''}gemeldet am ${day(reportedOn)}</small>
                </td>
                <td data-label="Ende">${day(currentEnd ?? plannedEnd)}</td>
                <td data-label="zuerst geplant">
                  ${originalEnd === null ? 'kein vereinbarter Plan' : day(originalEnd)}
                </td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </section>`;
}

const BOUNDS = { exact: '', lower: 'mindestens ', upper: 'höchstens ' } as const;

export function rolloutsSection({ rollouts }: PublicContent): Html {
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
