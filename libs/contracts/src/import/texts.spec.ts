import { EVIDENCE_TEXTS } from './evidence-texts';
import { FINDING_TEXTS, type FindingText } from './finding-texts';
import { FIELD_TEXTS, IMPORT_WORDS, spokenParams } from './import-words';
import { QUESTION_TEXTS } from './question-texts';

const gapsOf = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '').sort();

const ALL: readonly (readonly [string, FindingText])[] = [
  ...Object.entries(FINDING_TEXTS).map(([code, text]) => [`finding ${code}`, text] as const),
  ...Object.entries(EVIDENCE_TEXTS).map(([code, text]) => [`evidence ${code}`, text] as const),
  ...Object.entries(QUESTION_TEXTS).map(([code, text]) => [`question ${code}`, text] as const),
  ...Object.entries(QUESTION_TEXTS).flatMap(([code, { options }]) => {
    return Object.entries(options).map(([option, text]) => [`answer ${code} ${option}`, text] as const);
  }),
  ...Object.entries(FIELD_TEXTS).map(([field, text]) => [`field ${field}`, text] as const),
  ...Object.entries(IMPORT_WORDS).flatMap(([name, words]) => {
    return Object.entries(words).map(([word, text]) => [`word ${name} ${word}`, text] as const);
  }),
];

test.each(ALL)('%s is said in both languages, with the same figures and without shouting', (_, { de, en }) => {
  expect(de.trim()).not.toBe('');
  expect(en.trim()).not.toBe('');
  expect(gapsOf(de)).toEqual(gapsOf(en));
  expect(`${de} ${en}`).not.toMatch(/!(?:\s|$)| {2}/);
});

test('Codes in parameters are put into words; everything else stays as it is', () => {
  const params = { field: 'account', header: 'Kostenart', column: 4, phase: 'plan', decimal: ',' };
  expect(spokenParams(params, 'de')).toEqual({
    field: 'Sachkonto',
    header: 'Kostenart',
    column: 4,
    phase: 'Plan',
    decimal: 'ein Komma',
  });
  expect(spokenParams(params, 'en')).toMatchObject({ field: 'Account', phase: 'plan', decimal: 'a comma' });
});
