import { rowsOf, sampleOf } from '../../../../testing/src/import/tables';
import { findTableShape, type TableShape } from './header-rows';

const shapeOf = (text: string): TableShape => findTableShape(sampleOf(rowsOf(text)));

it('the first row is the header', () => {
  expect(shapeOf('Produkt;Ansatz 2026\n1;5,00\n')).toMatchObject({ headerRows: [1], firstDataRow: 2, preamble: [] });
});

it('a title, a remark and blank rows stand above the table', () => {
  const shape = shapeOf(
    'Haushaltsplan 2026;;\n;;\nStand: 01.02.2026;;\nProdukt;Sachkonto;Ansatz 2026\n1;4271000;5,00\n',
  );
  expect(shape).toMatchObject({
    headerRows: [4],
    firstDataRow: 5,
    preamble: ['Haushaltsplan 2026', 'Stand: 01.02.2026'],
  });
});

it('years stand below words that span them, and words before the years hold on', () => {
  const shape = shapeOf(
    'Ertrags- und Aufwandsarten;;Ergebnis(€);Haushaltsansatz(€);;Planung(€)\n;;2024;2025;2026;2027\n01;Steuern;1,00;2;3;4\n',
  );
  expect(shape.headerRows).toEqual([1, 2]);
  expect(shape.headers).toEqual([
    'Ertrags- und Aufwandsarten',
    '',
    'Ergebnis(€) 2024',
    'Haushaltsansatz(€) 2025',
    'Haushaltsansatz(€) 2026',
    'Planung(€) 2027',
  ]);
});

it('sides stand below years', () => {
  const shape = shapeOf(
    'Produkt;Ansatz 2026;;Ansatz 2027;\n;Erträge;Aufwendungen;Erträge;Aufwendungen\n1;1,00;2,00;3,00;4,00\n',
  );
  expect(shape.headers.slice(1)).toEqual([
    'Ansatz 2026 Erträge',
    'Ansatz 2026 Aufwendungen',
    'Ansatz 2027 Erträge',
    'Ansatz 2027 Aufwendungen',
  ]);
});

it('units stand below the names', () => {
  expect(shapeOf('Produkt;Ansatz 2026;Ansatz 2027\n;T€;T€\n1;1,5;2,5\n').headers).toEqual([
    'Produkt',
    'Ansatz 2026 T€',
    'Ansatz 2027 T€',
  ]);
});

it('a name that comes twice is told apart', () => {
  expect(shapeOf('Produkt;Text;Text\n1;a;b\n').headers).toEqual(['Produkt', 'Text', 'Text (2)']);
});

it('a header that comes again is no data', () => {
  const shape = shapeOf('Produkt;Ansatz 2026\n1;5,00\nProdukt;Ansatz 2026\n2;6,00\n');
  expect([shape.data.length, shape.repeatedHeaders]).toEqual([2, 1]);
});

it('numbers from the first row on have no header', () => {
  expect(shapeOf('4711;12,50\n4712;13,50\n')).toMatchObject({ headerRows: [], firstDataRow: 1 });
});

it('words that nobody knows are a header above numbers', () => {
  expect(shapeOf('Alpha;Beta\nx;12,50\n')).toMatchObject({ headerRows: [1], headers: ['Alpha', 'Beta'] });
});

it('an empty file has nothing', () => {
  expect(shapeOf('')).toMatchObject({ headerRows: [], headers: [], width: 0, data: [] });
});
