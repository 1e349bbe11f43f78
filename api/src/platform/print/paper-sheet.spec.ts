import { buffer } from 'node:stream/consumers';
import { readPdf } from '../../../test/pdf-text';
import { PaperSheet } from './paper-sheet';

/** What a page says, drawing by drawing: each piece of text that was set on its own is a line. */
async function printed(width: number, sum: string): Promise<string> {
  const sheet = new PaperSheet({ title: 'Probe', author: 'Stadt', language: 'de-DE', createdAt: new Date(0) });
  const whole = buffer(sheet.document);
  sheet.beginSection('Probe');
  await sheet.table(
    [{ label: 'Rahmen' }, { label: 'verfügbar', width, isNumber: true }],
    [{ cells: ['Zusammen', sum], isSum: true }],
  );
  sheet.finish(() => ({ head: '', mark: null, foot: '', page: '' }));
  return readPdf(await whole)
    .pages.join('\n')
    .replaceAll('\u00a0', ' ');
}

test.each([
  ['has its remark below it where both are too wide', 76, /2\.247\.855,46 €\s*\n\s*\+ unbekannt/],
  ['has its remark beside it where there is room', 160, /2\.247\.855,46 € \+ unbekannt/],
])('a sum %s, and never runs into its neighbour', async (_what, width, said) => {
  expect(await printed(width, '2.247.855,46 € + unbekannt')).toMatch(said);
});

test('a figure without a remark stays on its line', async () => {
  expect(await printed(76, '2.247.855,46 €')).toContain('2.247.855,46 €');
});
