import { HttpErrorResponse, HttpHeaders } from '@angular/common/http';
import { currency } from '../ui/language/currency';
import { language } from '../ui/language/language';
import { fieldProblem, problemOf } from './problem';

const refused = (body: object, status = 409): HttpErrorResponse => new HttpErrorResponse({ status, error: body });

describe('a refusal in words', () => {
  const exceeded = refused({
    code: 'BUDGET_EXCEEDED',
    title: 'x',
    status: 409,
    detail: 'sentence of the API',
    requestId: '4f1c',
    availableCents: 9_705_902,
    missingCents: 3_434_098,
    rule: '§ 27 Abs. 3 KomHKVO',
    waysOut: [],
  });

  it('says what is available, what is missing and which rule it is', () => {
    const problem = problemOf(exceeded);
    expect(problem.title).toBe('Nicht gebucht');
    expect(problem.detail.replace(/\u00a0/g, ' ')).toContain('Verfügbar sind 97.059,02 €, es fehlen 34.340,98 €.');
    expect(problem.detail).toContain('§ 27 Abs. 3 KomHKVO');
    expect(problem).toMatchObject({ code: 'BUDGET_EXCEEDED', status: 409, requestId: '4f1c' });
    expect(problem.parameters['missingCents']).toBe(3_434_098);
  });

  it('follows the language on screen', () => {
    language.set('en');
    expect(problemOf(exceeded).detail).toContain('€34,340.98 are missing');
  });

  it('speaks of the currency of the city', () => {
    currency.set('GBP');
    const text = (code: string): string =>
      problemOf(refused({ code, title: '', status: 400, detail: '', requestId: '', number: 'L 1' })).detail;
    expect(text('AMOUNT_FORMAT')).toContain('1.234,56 £');
    expect(problemOf(exceeded).detail.replace(/\u00a0/g, ' ')).toContain('Verfügbar sind 97.059,02 £');
    currency.set('EUR');
    expect(text('AMOUNT_FORMAT')).toContain('1.234,56 €');
  });

  it('writes a year as a year and a day as a day', () => {
    const closed = problemOf(
      refused({ code: 'YEAR_CLOSED', title: '', status: 409, detail: '', requestId: '', fiscalYear: 2026 }),
    );
    expect(closed.detail).toContain('Haushaltsjahres 2026');
    const known = problemOf(
      refused({ code: 'FILE_ALREADY_IMPORTED', title: '', status: 409, detail: '', requestId: '', date: '2026-10-05' }),
    );
    expect(known.detail).toContain('05.10.2026');
  });

  it('takes the sentence of the API for a code it does not know', () => {
    const problem = problemOf(
      refused({ code: 'NEW_CODE', title: 'Neu', status: 409, detail: 'Ein Satz.', requestId: 'r' }),
    );
    expect(problem).toMatchObject({ title: 'Neu', detail: 'Ein Satz.' });
  });

  it('finds the sentence for one field', () => {
    const problem = problemOf(
      refused(
        {
          code: 'INPUT_INVALID',
          title: '',
          status: 422,
          detail: '',
          requestId: '',
          errors: [{ field: 'bookedOn', code: 'DATE_INVALID', message: 'm' }],
        },
        422,
      ),
    );
    expect(fieldProblem(problem, 'bookedOn')).toMatch(/^Das Datum gibt es nicht/);
    expect(fieldProblem(problem, 'amountCents')).toBeNull();
    expect(fieldProblem(null, 'amountCents')).toBeNull();
  });

  it('tells no connection from a fault, and keeps the request number of a fault', () => {
    expect(problemOf(new HttpErrorResponse({ status: 0 })).code).toBe('OFFLINE');
    const fault = new HttpErrorResponse({
      status: 502,
      error: '<html>',
      headers: new HttpHeaders({ 'x-request-id': 'abc' }),
    });
    expect(problemOf(fault)).toMatchObject({ code: 'UNKNOWN', status: 502, requestId: 'abc' });
    expect(problemOf(new Error('x')).code).toBe('UNKNOWN');
  });
});
