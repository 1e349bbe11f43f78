import { HttpClient, type HttpEvent, type HttpInterceptorFn, HttpRequest } from '@angular/common/http';
import { afterNextRender, inject, Injectable, Injector } from '@angular/core';
import { type CanActivateFn, NavigationCancel, NavigationEnd, NavigationError, Router } from '@angular/router';
import { filter, finalize, type Observable, ReplaySubject, type Subscription, take } from 'rxjs';

interface Asked {
  readonly answer: ReplaySubject<HttpEvent<unknown>>;
  readonly call: Subscription;
}

/**
 * What is asked while the program of a page is still on its way. Whoever asks the same first gets this answer, or this failure, and
 * each is given once. Nothing outlives the navigation it was asked for: a page that is opened again asks anew.
 */
@Injectable({ providedIn: 'root' })
class Ahead {
  private readonly injector = inject(Injector);
  private readonly asked = new Map<string, Asked>();

  ask(address: string): void {
    this.forget(address);
    const answer = new ReplaySubject<HttpEvent<unknown>>();
    const call = this.injector.get(HttpClient).request(new HttpRequest('GET', address)).subscribe(answer);
    this.asked.set(address, { answer, call });
    const { events } = this.injector.get(Router);
    events.pipe(filter(endsNavigation), take(1)).subscribe((event) => {
      // A page that has come asks in the round that draws it.
      if (event instanceof NavigationEnd) afterNextRender(() => this.forget(address), { injector: this.injector });
      else this.forget(address);
    });
  }

  take({ method, urlWithParams, responseType }: HttpRequest<unknown>): Observable<HttpEvent<unknown>> | null {
    const own = method === 'GET' && responseType === 'json' ? this.asked.get(urlWithParams) : undefined;
    if (own === undefined) return null;
    this.asked.delete(urlWithParams);
    return own.answer.pipe(finalize(() => own.call.unsubscribe()));
  }

  private forget(address: string): void {
    this.asked.get(address)?.call.unsubscribe();
    this.asked.delete(address);
  }
}

const endsNavigation = (event: unknown): boolean =>
  event instanceof NavigationEnd || event instanceof NavigationCancel || event instanceof NavigationError;

/** For the route of a page with a long first answer: asks before the page itself has been loaded. */
export function asksAhead(address: string): CanActivateFn {
  return () => {
    inject(Ahead).ask(address);
    return true;
  };
}

/** Stands first: what was asked ahead has passed the others already. */
export const aheadInterceptor: HttpInterceptorFn = (request, next) => inject(Ahead).take(request) ?? next(request);
