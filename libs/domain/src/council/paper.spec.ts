import { plainDate } from '../shared/plain-date';
import type { BodyKind } from './meeting';
import {
  checkConsultation,
  compareDsNumbers,
  type ConsultationKind,
  isDsNumber,
  type PaperStep,
  readDsNumber,
} from './paper';

it.each([
  ['25-25403', { year: 2025, number: 25_403, supplement: null }],
  ['15-00975-01', { year: 2015, number: 975, supplement: 1 }],
  ['25-2540', null],
  ['2025-25403', null],
  ['25-25403-1', null],
  ['DS 25-25403', null],
  ['', null],
])('number %s', (text, read) => {
  expect(readDsNumber(text)).toEqual(read);
  expect(isDsNumber(text)).toBe(read !== null);
});

it('the papers reported so far stand in the order in which they were written, a statement behind its question', () => {
  const papers = ['25-25403-01', '23-22640', '19-09932', '25-25403', '25-25403-02'];
  expect(papers.sort(compareDsNumbers)).toEqual(['19-09932', '23-22640', '25-25403', '25-25403-01', '25-25403-02']);
});

const step = (bodyKind: BodyKind, day: string, consultation: ConsultationKind): PaperStep => ({
  bodyKind,
  heldOn: plainDate(day),
  consultation,
});
const WAY: readonly [PaperStep, PaperStep, PaperStep] = [
  step('committee', '2026-12-03', 'preparation'),
  step('main_committee', '2026-12-08', 'preparation'),
  step('council', '2026-12-15', 'decision'),
];

describe('the way of a paper', () => {
  it.each([
    ['information is taken note of', 'information', [step('committee', '2026-04-30', 'knowledge')], null],
    ['a decision goes through three bodies', 'decision', WAY, null],
    ['a committee may decide by itself', 'decision', [step('committee', '2026-12-03', 'decision')], null],
    ['not on any agenda yet', 'decision', [], null],
    ['two bodies on one day', 'decision', [step('committee', '2026-12-15', 'preparation'), ...WAY.slice(2)], null],
    [
      'from council back to committee',
      'decision',
      [WAY[2], step('committee', '2027-01-05', 'decision')],
      'PAPER_STEP_ORDER',
    ],
    ['back in time', 'decision', [WAY[1], step('council', '2026-12-01', 'decision')], 'PAPER_STEP_ORDER'],
    ['nobody decides', 'decision', WAY.slice(0, 2), 'PAPER_STEP_DECISION'],
    ['two bodies decide', 'decision', [step('committee', '2026-12-03', 'decision'), WAY[2]], 'PAPER_STEP_DECISION'],
    ['information is not decided', 'information', [step('council', '2026-12-15', 'decision')], 'PAPER_STEP_KNOWLEDGE'],
  ] as const)('%s', (_, kind, steps, code) => {
    const checked = checkConsultation(kind, steps);
    expect(checked.ok ? null : checked.refusal.code).toBe(code);
  });
});
