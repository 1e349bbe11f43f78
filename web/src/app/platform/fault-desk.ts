import { HttpErrorResponse } from '@angular/common/http';
import { ErrorHandler, inject, Injectable, signal } from '@angular/core';
import { type ProblemMessage, problemOf } from './problem';

/** The last fault that no page handled; the shell shows it in place of the page. */
@Injectable({ providedIn: 'root' })
export class FaultDesk {
  private readonly last = signal<ProblemMessage | null>(null);
  readonly fault = this.last.asReadonly();

  report(error: unknown): void {
    this.last.set(problemOf(error));
  }

  clear(): void {
    this.last.set(null);
  }
}

/** Faults end here: on the console for whoever looks (Angular's own way), and at the desk for the person at the screen. */
@Injectable()
export class FaultHandler extends ErrorHandler {
  private readonly desk = inject(FaultDesk);

  override handleError(error: unknown): void {
    super.handleError(error);
    if (!(error instanceof HttpErrorResponse)) this.desk.report(error);
  }
}
