import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting, type TestRequest } from '@angular/common/http/testing';
import type { Type } from '@angular/core';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { RecordPage, RecordRow } from '@etatlotse/contracts/inventory/plain';
import { moment, textOf } from '../../testing/find';
import { Clock } from '../platform/clock';
import { Permissions } from '../platform/permission';

/* What the specs of the registers share: a page that is opened, and what every record says. */

export const RECORD: RecordRow & RecordPage = {
  id: 'r-1',
  name: 'Wohngeld beantragen',
  unit: { id: 'u-1', code: 'FB 50', name: 'Fachbereich Soziales' },
  origin: 'demo',
  version: 3,
  note: '',
  changedAt: '2026-10-01T08:00:00Z',
  lineId: 'l-1',
  line: null,
  contractId: null,
  contract: null,
  mayWrite: true,
  changes: [],
};

export interface OpenedPage<Page> {
  readonly fixture: ComponentFixture<Page>;
  readonly page: HTMLElement;
  readonly server: HttpTestingController;
  /** Answers every call to this address that waits, and lets the page come to rest. */
  readonly answer: (url: string, body: object) => Promise<void>;
}

export function openPage<Page>(
  component: Type<Page>,
  inputs: Readonly<Record<string, unknown>> = {},
): OpenedPage<Page> {
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(),
      provideHttpClientTesting(),
      provideRouter([]),
      { provide: Clock, useValue: { nowMs: () => Date.UTC(2026, 9, 5, 6) } },
      { provide: Permissions, useValue: { has: () => true } },
    ],
  });
  const fixture = TestBed.createComponent(component);
  for (const [name, value] of Object.entries(inputs)) fixture.componentRef.setInput(name, value);
  fixture.detectChanges();
  TestBed.tick();
  const server = TestBed.inject(HttpTestingController);
  const answer = async (url: string, body: object): Promise<void> => {
    for (const call of server.match((request) => request.url === url)) call.flush(body);
    await follow(fixture);
  };
  return { fixture, page: fixture.nativeElement as HTMLElement, server, answer };
}

/** Presses and lets the page follow, while calls may still be open. */
export async function pressed(opened: OpenedPage<unknown>, button: HTMLElement): Promise<void> {
  button.click();
  await follow(opened.fixture);
}

/** Lets the page follow while other calls are still open; `rest` would wait for them. */
async function follow(fixture: ComponentFixture<unknown>): Promise<void> {
  await moment();
  fixture.detectChanges();
  await moment();
  fixture.detectChanges();
}

export const sent = ({ server }: OpenedPage<unknown>, url: string): TestRequest =>
  server.expectOne((request) => request.url === url && request.method !== 'GET');

/** Text with ordinary blanks. */
export const plainText = (element: Element | null): string => textOf(element).replaceAll('\u00a0', ' ');

export const UNITS = { units: [{ id: 'u-1', code: 'FB 50', name: 'Fachbereich Soziales' }] };
