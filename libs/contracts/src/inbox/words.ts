import type { InboxKind } from './inbox-plain';

type Tongue = 'de' | 'en';
type Params = Readonly<Record<string, unknown>>;

const STEP_WORDS: Readonly<Record<string, Readonly<Record<Tongue, string>>>> = {
  submit: { de: 'wurde abgesendet', en: 'was submitted' },
  determine: { de: 'ist vollständig und in der Runde (ermittelt)', en: 'is complete and in the round (collected)' },
  examine: { de: 'ist von allen vier Stellen geprüft', en: 'has been examined by all four desks' },
  deliberate: { de: 'wurde beraten', en: 'was deliberated' },
  plan: { de: 'ist eingeplant', en: 'has been planned' },
  adopt: { de: 'ist beschlossen', en: 'has been adopted' },
  hand_back: { de: 'kam zurück zur Überarbeitung', en: 'was handed back for revision' },
  unplan: { de: 'ist nicht mehr eingeplant und wird neu beraten', en: 'is no longer planned and is deliberated again' },
  defer: { de: 'ist auf die nächste Runde verschoben', en: 'has been deferred to the next round' },
  reject: { de: 'wurde abgelehnt', en: 'was rejected' },
  reconsider: { de: 'wird noch einmal betrachtet', en: 'is considered again' },
  discard: { de: 'wurde verworfen', en: 'was discarded' },
  withdraw: { de: 'wurde zurückgezogen', en: 'was withdrawn' },
};

const DESK_WORDS: Readonly<Record<string, Readonly<Record<Tongue, string>>>> = {
  it_organisation: { de: 'IT-Organisation', en: 'IT organisation' },
  organisation: { de: 'Organisation', en: 'Organisation' },
  data_protection: { de: 'Datenschutz', en: 'Data protection' },
  it_security: { de: 'IT-Sicherheit', en: 'IT security' },
};

const PHASE_WORDS: Readonly<Record<string, Readonly<Record<Tongue, string>>>> = {
  submit: { de: 'abzusenden', en: 'to be submitted' },
  determine: { de: 'auf Vollständigkeit zu prüfen', en: 'to be checked for completeness' },
  examine: { de: 'von Ihrer Stelle zu prüfen', en: 'to be examined by your desk' },
  deliberate: { de: 'zu beraten', en: 'to be deliberated' },
  plan: { de: 'zu planen', en: 'to be planned' },
  adopt: { de: 'zu beschließen', en: 'to be adopted' },
};

const text = (params: Params, name: string): string => {
  const value = params[name];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
};

/** `31.01.2027`, or `31 Jan 2027` in English. */
function day(params: Params, tongue: Tongue): string {
  const [year = '', month = '', date = ''] = text(params, 'dueOn').split('-');
  return tongue === 'de' ? `${date}.${month}.${year}` : `${year}-${month}-${date}`;
}

const years = (params: Params): string => {
  const [first, last] = [text(params, 'firstYear'), text(params, 'lastYear')];
  return first === last ? first : `${first}/${last}`;
};

const name = (params: Params, tongue: Tongue): string => {
  const title = text(params, 'title');
  return tongue === 'de'
    ? `Bedarf ${text(params, 'number')} „${title}“`
    : `Demand ${text(params, 'number')} “${title}”`;
};

const because = (params: Params, tongue: Tongue): string => {
  const reason = text(params, 'reason').trim();
  if (reason === '') return '';
  return tongue === 'de' ? ` Begründung: ${reason}` : ` Reason: ${reason}`;
};

/** The message as one or two plain sentences. */
export function inboxSentence(kind: InboxKind, params: Params, tongue: Tongue): string {
  const isGerman = tongue === 'de';
  const desk = DESK_WORDS[text(params, 'desk')]?.[tongue] ?? '';
  switch (kind) {
    case 'demand.step':
      return `${name(params, tongue)} ${STEP_WORDS[text(params, 'step')]?.[tongue] ?? ''}.${because(params, tongue)}`;
    case 'demand.review_due':
      return isGerman
        ? `${name(params, tongue)} liegt Ihrer Stelle zur Prüfung vor.`
        : `${name(params, tongue)} lies before your desk.`;
    case 'demand.signed':
      return isGerman
        ? `${name(params, tongue)}: ${desk} hat gezeichnet.${withConditions(params, tongue)}`
        : `${name(params, tongue)}: ${desk} has signed.${withConditions(params, tongue)}`;
    case 'demand.objected':
      return isGerman
        ? `${name(params, tongue)}: ${desk} hat einen Einwand.${because(params, tongue)}`
        : `${name(params, tongue)}: ${desk} objects.${because(params, tongue)}`;
    case 'demand.remark':
      return isGerman
        ? `${name(params, tongue)} hat eine neue Anmerkung.`
        : `${name(params, tongue)} has a new remark.`;
    default:
      return roundSentence(kind, params, tongue);
  }
}

function withConditions(params: Params, tongue: Tongue): string {
  const conditions = text(params, 'reason').trim();
  if (conditions === '') return '';
  return tongue === 'de' ? ` Mit Auflage: ${conditions}` : ` On condition: ${conditions}`;
}

const NEAR_WORDS: Readonly<Record<Tongue, readonly [string, string]>> = {
  de: ['Bedarf ist', 'Bedarfe sind'],
  en: ['demand is', 'demands are'],
};
const LATE_WORDS: Readonly<Record<Tongue, readonly [string, string]>> = {
  de: ['Bedarf war', 'Bedarfe waren'],
  en: ['demand was', 'demands were'],
};

function roundSentence(kind: InboxKind, params: Params, tongue: Tongue): string {
  const isGerman = tongue === 'de';
  if (kind === 'round.open') {
    return isGerman
      ? `Die Planungsrunde ${years(params)} ist offen. Bitte melden Sie Ihre Bedarfe bis ${day(params, tongue)}; was weiterläuft, liegt als Vorschlag bereit.`
      : `The planning round ${years(params)} is open. Please report your demands by ${day(params, tongue)}; what runs on is there as a proposal.`;
  }
  if (kind === 'round.freeze') {
    return isGerman
      ? `Die Planungsrunde ${years(params)} ist angehalten. Neue Bedarfe nimmt sie zurzeit nicht an.`
      : `The planning round ${years(params)} is frozen. It takes no new demands at present.`;
  }
  if (kind === 'round.thaw') {
    return isGerman
      ? `Die Planungsrunde ${years(params)} ist wieder offen.`
      : `The planning round ${years(params)} is open again.`;
  }
  const phase = PHASE_WORDS[text(params, 'phase')]?.[tongue] ?? '';
  const [one, many] = kind === 'round.near' ? NEAR_WORDS[tongue] : LATE_WORDS[tongue];
  const isOne = text(params, 'count') === '1';
  const demands = `${text(params, 'count')} ${isOne ? one : many}`;
  return isGerman
    ? `Planungsrunde ${years(params)}: ${demands} bis ${day(params, tongue)} ${phase}.`
    : `Planning round ${years(params)}: ${demands} ${phase} by ${day(params, tongue)}.`;
}
