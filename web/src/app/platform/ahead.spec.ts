import { httpResource, provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router, type Routes } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { moment, textOf } from '../../testing/find';
import { aheadInterceptor, asksAhead } from './ahead';

const ADDRESS = '/api/v1/long-list';

@Component({
  template: `@if (read.error()) {
      not read
    } @else if (read.hasValue()) {
      read {{ read.value() }}
    }
    <button type="button" (click)="read.reload()">again</button>`,
})
class LongPage {
  protected readonly read = httpResource<string>(() => ADDRESS);
}

@Component({ template: 'another page' })
class OtherPage {}

describe('what is asked while a page is still on its way', () => {
  let arrive: () => void = () => undefined;
  let asking: Promise<unknown> = Promise.resolve();
  const routes: Routes = [
    {
      path: 'long',
      canActivate: [asksAhead(ADDRESS)],
      loadComponent: () => new Promise((resolve) => (arrive = () => resolve(LongPage))),
    },
    { path: 'closed', canActivate: [asksAhead(ADDRESS), () => false], component: OtherPage },
    { path: 'silent', canActivate: [asksAhead(ADDRESS)], component: OtherPage },
    { path: '**', component: OtherPage },
  ];
  const start = async () => {
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(withInterceptors([aheadInterceptor])),
        provideHttpClientTesting(),
        provideRouter(routes),
      ],
    });
    const harness = await RouterTestingHarness.create('/elsewhere');
    const server = TestBed.inject(HttpTestingController);
    const page = harness.fixture.nativeElement as HTMLElement;
    const go = async (address: string): Promise<void> => {
      asking = TestBed.inject(Router).navigateByUrl(address);
      await moment();
    };
    const arrives = async (): Promise<void> => {
      arrive();
      await asking;
      await moment();
    };
    return { harness, server, page, go, arrives };
  };
  afterEach(() => TestBed.inject(HttpTestingController).verify());

  it('is asked before the page has come, and the page gets that answer without asking again', async () => {
    const { server, page, go, arrives } = await start();
    await go('/long');
    const asked = server.expectOne(ADDRESS);
    await arrives();
    asked.flush('once');
    await moment();
    expect(textOf(page)).toContain('read once');
  });

  it('may have been answered before the page comes', async () => {
    const { server, page, go, arrives } = await start();
    await go('/long');
    server.expectOne(ADDRESS).flush('early');
    await arrives();
    expect(textOf(page)).toContain('read early');
  });

  it('reaches the page as a failure, and the page can ask anew', async () => {
    const { server, page, go, arrives } = await start();
    await go('/long');
    server.expectOne(ADDRESS).flush('', { status: 503, statusText: '' });
    await arrives();
    expect(textOf(page)).toContain('not read');
    page.querySelector('button')?.click();
    await moment();
    server.expectOne(ADDRESS).flush('anew');
    await moment();
    expect(textOf(page)).toContain('read anew');
  });

  it('is asked again at the next visit', async () => {
    const { server, page, go, arrives } = await start();
    await go('/long');
    server.expectOne(ADDRESS).flush('first');
    await arrives();
    await go('/elsewhere');
    await go('/long');
    server.expectOne(ADDRESS).flush('second');
    await arrives();
    expect(textOf(page)).toContain('read second');
  });

  it('is broken off where the page is left before it has answered', async () => {
    const { server, go, arrives } = await start();
    await go('/long');
    const asked = server.expectOne(ADDRESS);
    await arrives();
    await go('/elsewhere');
    expect(asked.cancelled).toBe(true);
  });

  it.each([
    ['the page does not come', '/closed'],
    ['the page asks for nothing', '/silent'],
  ])('is broken off where %s', async (_case, address) => {
    const { server, go } = await start();
    await go(address);
    expect(server.expectOne(ADDRESS).cancelled).toBe(true);
  });

  it('is broken off where somebody goes elsewhere meanwhile', async () => {
    const { server, go } = await start();
    await go('/long');
    const asked = server.expectOne(ADDRESS);
    await go('/elsewhere');
    expect(asked.cancelled).toBe(true);
  });
});
