import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { ImportRun } from '@etatlotse/contracts/import/plain';
import { rest } from '../../testing/find';
import { aSessionWithRights } from '../../testing/session';
import { SessionStore } from '../platform/session.store';
import type { RoleName } from '../platform/session.types';
import { ImportRunPage } from './import-run.page';

/** What the server tells, told by the test. */
export class Events extends EventTarget {
  static last: Events | null = null;
  static readonly CLOSED = 2;
  readyState = 1;
  constructor(readonly url: string) {
    super();
    Events.last = this;
  }
  tell(run: ImportRun): void {
    this.dispatchEvent(new MessageEvent('progress', { data: JSON.stringify(run) }));
  }
  close(): void {
    this.readyState = Events.CLOSED;
  }
}

/** The page of this import as somebody of this role sees it. */
export async function openRun(
  run: ImportRun,
  role: RoleName = 'finance',
): Promise<{ fixture: ComponentFixture<ImportRunPage>; server: HttpTestingController; page: HTMLElement }> {
  Events.last = null;
  Object.assign(globalThis, { EventSource: Events });
  TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([])] });
  const known = TestBed.inject(SessionStore).restore();
  const server = TestBed.inject(HttpTestingController);
  server.expectOne('/api/v1/session').flush(aSessionWithRights(role));
  await known;
  const fixture = TestBed.createComponent(ImportRunPage);
  fixture.componentRef.setInput('importId', run.id);
  fixture.detectChanges();
  TestBed.tick();
  server.expectOne(`/api/v1/imports/${run.id}`).flush(run);
  await rest(fixture);
  return { fixture, server, page: fixture.nativeElement as HTMLElement };
}
