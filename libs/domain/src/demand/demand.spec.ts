import { plainDate } from '../shared';
import { type DemandContent, type DemandItem, demandGaps, isMandatory } from './demand';
import { itemKindOf } from './item-words';

const item: DemandItem = {
  id: 'a',
  label: 'Notebook',
  kind: 'device',
  rhythm: 'one_off',
  fromYear: 2027,
  toYear: null,
  month: 7,
  quantity: null,
  unit: 'Stück',
  unitPriceCents: null,
  basis: 'net',
  vatBasisPoints: 1900,
  increaseBasisPoints: 0,
};
const whole: DemandContent = {
  title: 'Notebooks für die Bauaufsicht',
  purpose: 'Baustellen vor Ort prüfen',
  forWhom: '40 Beschäftigte im Außendienst',
  runOrChange: 'run',
  occurrence: 'occurred',
  probabilityPercent: null,
  earliestOn: null,
  reason: 'economic',
  reasonBasis: '',
  reasonDeadline: null,
  serviceClass: 'central_infrastructure',
  networkZone: null,
  frame: null,
  earliestStartYear: 2027,
  latestStartYear: null,
  benefit: '',
  items: [item],
  fte: [],
  dependencies: [],
  papers: [],
};
const day = plainDate('2027-07-01');

it('a whole demand lacks nothing, an empty one says what in the order of the form', () => {
  expect(demandGaps(whole)).toEqual([]);
  expect(
    demandGaps({
      ...whole,
      title: ' ',
      purpose: '',
      forWhom: '',
      runOrChange: null,
      occurrence: null,
      reason: null,
      serviceClass: null,
      earliestStartYear: null,
      items: [],
    }),
  ).toEqual([
    'title',
    'purpose',
    'for_whom',
    'run_or_change',
    'occurrence',
    'reason',
    'service_class',
    'items',
    'start_year',
  ]);
});

it.each<[string, Partial<DemandContent>, string[]]>([
  ['a foreseeable one says how likely and from when', { occurrence: 'foreseeable' }, ['probability', 'earliest_on']],
  ['with both it is whole', { occurrence: 'foreseeable', probabilityPercent: 0, earliestOn: day }, []],
  ['a legal duty names norm and deadline', { reason: 'legal' }, ['reason_basis', 'reason_deadline']],
  ['with both it is whole', { reason: 'legal', reasonBasis: '§ 12 OZG', reasonDeadline: day }, []],
  ['end of support has its day', { reason: 'end_of_support' }, ['reason_deadline']],
  ['a political order says which', { reason: 'political' }, ['reason_basis']],
  ['the latest start is not before the earliest', { latestStartYear: 2026 }, ['start_order']],
])('%s', (_case, part, gaps) => {
  expect(demandGaps({ ...whole, ...part })).toEqual(gaps);
});

it('only a legal duty is mandatory', () => {
  expect(
    (['legal', 'economic', 'end_of_support', 'political'] as const).map((reason) => isMandatory({ reason })),
  ).toEqual([true, false, false, false]);
});

test.each([
  ['12 Tablets für die Baustellen', 'device'],
  ['Notebook 14 Zoll', 'device'],
  ['WLAN-Access-Point', 'device'],
  ['PC', 'device'],
  ['Toner für Drucker', 'supplies'],
  ['Wartung der Notebooks', 'services'],
  ['Schulung zum neuen Server', 'training'],
  ['Softwarelizenzen', 'licence'],
  ['Jahresabo Beck-Online', null],
  ['Datenleitung zur Feuerwache', 'fees'],
  ['Epcot', null],
  ['', null],
])('from its name “%s” is %s', (label, kind) => {
  expect(itemKindOf(label)).toBe(kind);
});
