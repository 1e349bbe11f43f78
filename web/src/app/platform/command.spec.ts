import { HttpErrorResponse } from '@angular/common/http';
import { of, Subject, throwError } from 'rxjs';
import { command } from './command';

describe('a command of a page', () => {
  it('runs once, however often the button is pressed', async () => {
    const answer = new Subject<{ id: string }>();
    const call = jest.fn((_order: { cents: number }) => answer);
    const book = command(call);
    const first = book.run({ cents: 1 });
    expect(book.isRunning()).toBe(true);
    expect(await book.run({ cents: 1 })).toBeNull();
    answer.next({ id: 'm-1' });
    answer.complete();
    expect(await first).toEqual({ id: 'm-1' });
    expect(call).toHaveBeenCalledTimes(1);
    expect(book.isRunning()).toBe(false);
  });

  it('takes an answer without content as done', async () => {
    const end = command(() => of(null));
    expect(await end.run()).not.toBeNull();
  });

  it('keeps the refusal in words until the next try', async () => {
    const book = command(() => throwError(() => new HttpErrorResponse({ status: 0 })));
    expect(await book.run()).toBeNull();
    expect(book.problem()?.title).toBe('Keine Verbindung');
    book.clear();
    expect(book.problem()).toBeNull();
  });
});
