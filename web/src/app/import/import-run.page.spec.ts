import { TestBed } from '@angular/core/testing';
import type { ImportRun } from '@etatlotse/contracts/import/plain';
import { allByRole, byRole, moment, rest, textOf, type } from '../../testing/find';
import { Events, openRun } from './import-run.sample';
import { aFalsifiedRun, anAskedRun, aRun } from './import.sample';

describe('the page of an import', () => {
  it('says that the sums of Wesel match and takes over exactly what was seen', async () => {
    const { fixture, server, page } = await openRun(aRun());
    expect(textOf(page.querySelector('.et-lead'))).toBe(
      'Ja. 5.971 Zeilen sind gelesen, die Summen stimmen auf den Cent.',
    );
    expect(textOf(byRole(page, 'row', /^Plan 2017Ansatz 2017/))).toContain('63.634.523,12 63.634.523,12 0,00 stimmt');
    byRole(page, 'button', 'Plan aus 5.971 Zeilen übernehmen').click();
    const call = server.expectOne('/api/v1/imports/i-1/commit');
    expect(call.request.body).toEqual({ previewHash: 'abc123' });
    call.flush(aRun({ state: 'committing', isWorking: true }));
    await moment();
    Events.last?.tell(aRun({ state: 'committing', isWorking: true, step: 'booking', progressTotal: 4 }));
    await rest(fixture);
    expect(textOf(byRole(page, 'status', 'Beträge werden gebucht.'))).toBe('Beträge werden gebucht.');
    expect(byRole(page, 'progressbar').getAttribute('aria-valuetext')).toBe('Schritt 2 von 4');
    Events.last?.tell(
      aRun({ state: 'committed', committedAt: '2026-10-05T06:01:00Z', effects: aRun().preview?.effects ?? null }),
    );
    await rest(fixture);
    expect(textOf(page.querySelector('h1'))).toBe('Was hat dieser Import gebracht?');
    expect(byRole(page, 'link', 'Haushaltszeilen ansehen').getAttribute('href')).toBe('/budget/lines?year=2017');
    expect(byRole(page, 'link', 'Planfassung ansehen').getAttribute('href')).toBe('/planning?year=2017');
    expect(Events.last?.readyState).toBe(Events.CLOSED);
  });

  it('shows the falsified cent and offers no takeover', async () => {
    const { page } = await openRun(aFalsifiedRun());
    expect(textOf(page.querySelector('.et-lead'))).toBe(
      'Nein. Die Datei nennt 63.634.523,13 €, gelesen wurden 63.634.523,12 €. Differenz 0,01 €. So wird nichts übernommen.',
    );
    expect(textOf(byRole(page, 'row', /^Fehler: /))).toContain('Unterschied: 0,01 €.');
    expect(allByRole(page, 'button', /übernehmen/)).toEqual([]);
    expect(byRole(page, 'link', 'Fehlerliste für den Absender').getAttribute('href')).toBe(
      '/api/v1/imports/i-1/errors.csv',
    );
  });

  it('leaves out rows that cannot be read when a person says so, and says how many', async () => {
    const preview = aRun().preview as NonNullable<ImportRun['preview']>;
    const wrong = { ...preview, findings: { ...preview.findings, errors: 3, wrongRows: 2 } };
    const { fixture, server, page } = await openRun(aRun({ preview: wrong }));
    expect(textOf(page)).toContain('Nur 2 Zeilen sind nicht lesbar.');
    byRole(page, 'button', 'Diese 2 Zeilen auslassen').click();
    const call = server.expectOne('/api/v1/imports/i-1/mapping');
    expect(call.request.body).toEqual({ version: 1, leavesOutWrongRows: true });
    const findings = { ...preview.findings, warnings: 3, wrongRows: 2 };
    call.flush(aRun({ version: 2, preview: { ...preview, findings, leavesOutWrongRows: true } }));
    await rest(fixture);
    expect(textOf(page)).toContain('2 Zeilen werden ausgelassen.');
    expect(byRole(page, 'button', 'Plan aus 5.969 Zeilen übernehmen')).not.toBeNull();
    byRole(page, 'button', 'Doch nicht auslassen').click();
    expect(server.expectOne('/api/v1/imports/i-1/mapping').request.body).toEqual({
      version: 2,
      leavesOutWrongRows: false,
    });
  });

  it('stops a check that runs', async () => {
    const { fixture, server, page } = await openRun(
      aRun({
        state: 'checking',
        isWorking: true,
        preview: null,
        step: 'reading',
        progress: 40_000,
        progressTotal: 80_000,
      }),
    );
    expect(Events.last?.url).toBe('/api/v1/imports/i-1/events');
    expect(byRole(page, 'progressbar').getAttribute('aria-valuenow')).toBe('50');
    byRole(page, 'button', 'Abbrechen').click();
    server
      .expectOne('/api/v1/imports/i-1/cancel')
      .flush(aRun({ state: 'checking', isWorking: true, preview: null, step: 'reading' }));
    await moment();
    Events.last?.tell(aRun({ state: 'cancelled', preview: null }));
    await rest(fixture);
    expect(textOf(page.querySelector('.et-lead'))).toBe('Der Import wurde abgebrochen. Übernommen ist nichts.');
  });

  it('asks before it takes an import back and says what stands in the way', async () => {
    const { fixture, server, page } = await openRun(
      aRun({ state: 'committed', committedAt: '2026-10-05T06:01:00Z', effects: aRun().preview?.effects ?? null }),
    );
    byRole(page, 'button', 'Import zurücknehmen').click();
    await rest(fixture);
    const dialog = byRole(page, 'dialog', 'Diesen Import zurücknehmen?');
    expect(textOf(dialog)).toContain('5.574 Buchungen bekommen ihre Gegenbuchung.');
    type(byRole(dialog, 'textbox', /Warum/), 'falsche Datei');
    byRole(dialog, 'button', 'Ja, zurücknehmen').click();
    const call = server.expectOne('/api/v1/imports/i-1/undo');
    expect(call.request.body).toEqual({ reason: 'falsche Datei' });
    call.flush(
      { code: 'IMPORT_UNDO_BLOCKED', title: 't', detail: 'd', status: 409, reason: 'year_closed' },
      { status: 409, statusText: 'Conflict' },
    );
    await rest(fixture);
    expect(textOf(byRole(page, 'alert'))).toContain('Die Bücher eines betroffenen Haushaltsjahres sind geschlossen.');
  });

  it('lets the auditor look and do nothing', async () => {
    const { page } = await openRun(aRun(), 'auditor');
    expect(allByRole(page, 'button', /übernehmen|verwerfen/)).toEqual([]);
    expect(textOf(page)).toContain('Übernehmen kann die Kämmerei.');
  });

  it('answers at a glance what the file is, whether sums match, what is open and what is wrong', async () => {
    const { page } = await openRun(aRun());
    expect([...page.querySelectorAll('.et-import__checks > div')].map(textOf)).toEqual([
      'Was ist das?Haushaltsplan 20175.971 Zeilen, Ist und Ansatz 2015 bis 2017',
      'Stimmen die Summen?Ja, auf den Cent1 von 1 Spalten verglichen',
      'Ist etwas offen?Nein, nichts',
      'Gibt es Fehler?Nein, keine',
    ]);
    expect(textOf(byRole(page, 'row', /^Ansatz 2017/))).toBe('Ansatz 2017 190.687.753,71 194.962.990,77');
  });

  it('calls no sum a plan where each row says itself whether it was planned or spent', async () => {
    const { preview } = aRun();
    if (preview === null) throw new Error('The sample has no preview.');
    const amount = { role: 'amount', header: 'Betrag', fiscalYear: null, phase: 'plan', side: 'net' } as const;
    const columns = [{ role: 'field', header: 'Art', field: 'phase', isRequired: false } as const, amount];
    const total = { column: 'Betrag', role: 'plan', fiscalYear: null, rows: 2, sumCents: 16_000, byClass: [] } as const;
    const run = aRun({
      preview: {
        ...{ ...preview, mapping: { ...preview.mapping, columns } },
        ...{
          totals: [{ ...total, printedCents: null, differenceCents: null }],
          firstRows: [{ row: preview.mapping.firstDataRow, cells: ['Ist', '160,00'] }],
        },
      },
    });
    const { page } = await openRun(run);
    expect(textOf(byRole(page, 'row', /^Betrag/))).toBe('BetragBetrag, Art je Zeile 160,00');
    expect(allByRole(page, 'columnheader').map(textOf)).toContain('BetragBetrag, Art je Zeile');
  });

  it('says what comes in, one thing as one, and lines that come back to the lists', async () => {
    const { preview } = aRun();
    if (preview === null) throw new Error('The sample has no preview.');
    const effects = {
      ...preview.effects,
      linesCreated: 1,
      linesReopened: 2040,
      fiscalYearsCreated: [2019],
      planAmounts: 3,
    };
    const { page } = await openRun(aRun({ preview: { ...preview, effects } }));
    expect([...page.querySelectorAll('.et-import__effects li')].map(textOf)).toEqual(
      expect.arrayContaining([
        '1 neue Haushaltszeile',
        '2.040 Haushaltszeilen, die in die Listen zurückkommen',
        '1 neues Haushaltsjahr (2019)',
        '3 Planansätze',
      ]),
    );
  });

  it('counts cases as cases, never as euros, and leads to the tasks they belong to', async () => {
    const { preview } = aRun();
    if (preview === null) throw new Error('The sample has no preview.');
    const total = { role: 'actual', fiscalYear: null, printedCents: null, differenceCents: null, byClass: [] } as const;
    const totals = [{ ...total, column: 'Eingang', rows: 24, sumCents: 123_400 }];
    const run = aRun({ kind: 'volumes', preview: { ...preview, plan: null, totals, groups: [], rows: 24 } });
    const { page } = await openRun(run);
    expect(byRole(page, 'heading', 'Wie viele Fälle stehen in der Datei?')).toBeTruthy();
    expect(textOf(byRole(page, 'row', /^Eingang/))).toBe('EingangFallzahl 1.234');
    expect(byRole(page, 'button', 'Fallzahlen aus 24 Zeilen übernehmen')).toBeTruthy();
    TestBed.resetTestingModule();
    const done = await openRun({ ...run, state: 'committed', effects: preview.effects });
    const way = byRole(done.page, 'link', 'Aufgaben und ihre Fallzahlen ansehen');
    expect(way.getAttribute('href')).toBe('/capacity/tasks');
  });

  it('shows of each finding three rows, says how many more say the same, and shows them on request', async () => {
    const { preview } = aRun();
    if (preview === null) throw new Error('The sample has no preview.');
    const finding = (number: number) => ({
      ...{ number, severity: 'error' as const, code: 'AMOUNT_AMBIGUOUS', row: number + 1, column: 'Plan 2017' },
      ...{ value: '10.000', params: { value: '10.000' } },
    });
    const findings = {
      ...{ ...preview.findings, errors: 60, first: Array.from({ length: 50 }, (_, at) => finding(at + 1)) },
      byCode: [{ code: 'AMOUNT_AMBIGUOUS', severity: 'error' as const, count: 60 }],
    };
    const { page, fixture } = await openRun(anAskedRun({ preview: { ...anAskedRun().preview, findings } as never }));
    const rows = (): number => page.querySelectorAll('.et-import__findings tbody th').length;
    expect(rows()).toBe(3);
    expect(textOf(page)).toContain('Noch 57 Zeilen mit demselben Befund.');
    expect(textOf(page)).toContain('vorläufig, bis die Fragen beantwortet sind');
    byRole(page, 'button', 'Alle 50 zeigen').click();
    await rest(fixture);
    expect(rows()).toBe(50);
    expect(textOf(page)).toContain('Gezeigt sind 50 von 60; alle stehen in der CSV-Liste.');
  });

  it('says which sheets of a workbook were not read, though numbers stand on them', async () => {
    const { preview } = aRun();
    const sheet = (name: string, numbers: number) => ({ name, rows: 40, numbers, isHidden: false });
    const sheets = [sheet('Deckblatt', 1), sheet('111105', 80), sheet('111106', 60), sheet('211001', 60)];
    const { page } = await openRun(aRun({ preview: { ...preview, sheetName: '111105', sheets } as never }));
    expect(textOf(page)).toContain('Gelesen ist nur das Blatt „111105“');
    expect(textOf(page)).toContain('Zahlen stehen auch auf: „111106“, „211001“.');
  });

  it('calls two columns for one year by their names, and says what a grouped number means', async () => {
    const { preview } = anAskedRun();
    const questions = [
      {
        ...{ id: 'AMOUNT_TWICE:2', code: 'AMOUNT_TWICE', column: 2, options: ['first', 'second'] },
        params: { first: 'Plan 2017', second: 'Nachtrag 2017' },
      },
      {
        ...{ id: 'NUMBER_GROUPING', code: 'NUMBER_GROUPING', column: null, options: ['open', 'thousands'] },
        params: { count: 22, example: '12.500' },
      },
    ];
    const { page } = await openRun(anAskedRun({ preview: { ...preview, questions } as never }));
    expect(allByRole(page, 'radio').map((radio) => textOf(radio.closest('label')))).toEqual([
      'Plan 2017zum Beispiel -22.000,00 · 0,00',
      'Nachtrag 2017',
      'Nein, diese Zellen bleiben Fehler',
      'Ja, es sind Tausender12.500 heißt dann 12.500,00 €',
    ]);
  });

  it('says what was recognised, and why on request', async () => {
    const { page } = await openRun(aRun());
    const facts = Object.fromEntries(
      [...page.querySelectorAll('.et-import__facts > div')].map((fact) => [
        textOf(fact.querySelector('dt')),
        textOf(fact.querySelector('dd')),
      ]),
    );
    expect(facts).toMatchObject({
      Format: 'Text mit Semikolon, windows-1252',
      Kopfzeile: 'Zeile 1',
      Zahlen: '1.234,56',
      Vorzeichen: 'Erträge negativ, Aufwendungen positiv (SAP)',
      'Schlüssel einer Zeile': 'Kostenträger oder Objekt + Sachkonto',
    });
    const why = byRole(page, 'button', 'Woran wir das erkennen').parentElement as HTMLElement;
    expect([...why.querySelectorAll('li')].map(textOf)).toEqual([
      'Die Überschriften stehen in Zeile 1.',
      'Spalte 2 „Kostenart“: Sachkonto, erkannt an der Überschrift. Beispiel: 44851000.',
    ]);
    expect(byRole(page, 'columnheader', /^Plan 2017 ?Ansatz 2017/)).toBeTruthy();
  });

  it('asks what the file leaves open, with the cells and what an answer means, and reads it again', async () => {
    const { fixture, server, page } = await openRun(anAskedRun());
    expect(textOf(page.querySelector('.et-lead'))).toBe('Noch nicht. 2 Fragen sind offen.');
    expect(allByRole(page, 'button', /übernehmen$/)).toEqual([]);
    byRole(page, 'button', 'Antworten übernehmen und neu lesen').click();
    await rest(fixture);
    server.expectNone('/api/v1/imports/i-1/mapping');
    expect(textOf(page)).toContain('Bitte wählen Sie eine Antwort.');
    byRole(page, 'radio', /^Zuerst der Monat ?03\/04\/2024 heißt dann 04\.03\.2024/).click();
    type(byRole(page, 'textbox', 'Ihre Antwort'), '0115');
    await rest(fixture);
    byRole(page, 'button', 'Antworten übernehmen und neu lesen').click();
    const call = server.expectOne('/api/v1/imports/i-1/mapping');
    expect([call.request.method, call.request.body]).toEqual([
      'PUT',
      {
        version: 1,
        answers: [
          { id: 'DATE_ORDER', value: 'mdy' },
          { id: 'PRODUCT_CODE', value: '0115' },
        ],
        forBatch: false,
      },
    ]);
    call.flush(aRun({ version: 2 }));
    await rest(fixture);
    expect(textOf(page.querySelector('.et-lead'))).toContain('Ja. 5.971 Zeilen sind gelesen');
  });

  it('keeps the mapping as a profile, or says why not', async () => {
    const { fixture, server, page } = await openRun(aRun());
    byRole(page, 'button', 'Als Profil merken').click();
    await rest(fixture);
    const dialog = byRole(page, 'dialog');
    byRole(dialog, 'button', 'Profil merken').click();
    await rest(fixture);
    expect(textOf(dialog)).toContain('Bitte einen Namen eintragen.');
    type(byRole(dialog, 'textbox', /^Name/), 'SAP Plan');
    type(byRole(dialog, 'textbox', /^Quellsystem/), 'SAP');
    byRole(dialog, 'button', 'Profil merken').click();
    const call = server.expectOne('/api/v1/import-profiles');
    expect(call.request.headers.get('Idempotency-Key')).toMatch(/^[0-9a-f-]{36}$/);
    expect(call.request.body).toEqual({ name: 'SAP Plan', sourceSystem: 'SAP', importId: 'i-1', isAutomatic: false });
    call.flush({ id: 'p-9', version: 1 });
    await rest(fixture);
    expect(textOf(page)).toContain('Gemerkt als „SAP Plan“.');
  });

  it('tells how long it will take', async () => {
    const { page } = await openRun(
      aRun({
        state: 'checking',
        isWorking: true,
        preview: null,
        step: 'reading',
        progress: 50,
        progressTotal: 200,
        rowsRead: 12_000,
        secondsLeft: 17,
      }),
    );
    expect(byRole(page, 'progressbar').getAttribute('aria-valuetext')).toBe(
      '25\u00a0% · 12.000 Zeilen · noch etwa 20 Sekunden',
    );
  });

  it('a file of a batch is taken over with the others', async () => {
    const { page } = await openRun(aRun({ batchId: 'b-1' }));
    expect(allByRole(page, 'button', /übernehmen$/)).toEqual([]);
    expect(byRole(page, 'link', 'Zum Stapel').getAttribute('href')).toBe('/import/batches/b-1');
  });
});
