import { Controller, Get } from '@nestjs/common';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { Permit, Public } from '../src/platform/http/permit.decorator';
import { assertEveryRouteNamesItsAccess, takeRouteCensus } from '../src/platform/http/route-census';
import { startTestApp, type TestApp } from './test-app';

let app: TestApp;

beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());

test('every route names what it asks of its caller', () => {
  const census = takeRouteCensus(app.app);
  expect(census.filter(({ access }) => access === null)).toEqual([]);
  expect(census.length).toBeGreaterThan(80);
  expect(() => assertEveryRouteNamesItsAccess(app.app)).not.toThrow();
});

test('what anybody may call is a short list', () => {
  const open = takeRouteCensus(app.app).filter(({ access }) => access?.kind !== 'permission');
  expect(open.map(({ method, path, access }) => `${method} ${path} ${access?.kind}`)).toEqual([
    'GET /api/v1/demo public',
    'GET /api/v1/health/live public',
    'GET /api/v1/health/ready public',
    'POST /api/v1/links/accept public',
    'POST /api/v1/links/inspect public',
    'GET /api/v1/openapi.json public_in_demo',
    'POST /api/v1/session public',
    'GET /oeffentlich/:slug public',
    'GET /oeffentlich/:slug/:day public',
    'GET /oeffentlich/:slug/:day/fiscal-data-package.zip public',
    'GET /oeffentlich/:slug/barrierefreiheit public',
    'GET /oeffentlich/stil.css public',
  ]);
});

test('what hands out or takes access is closed to personal tokens', () => {
  const changing = takeRouteCensus(app.app).filter(
    ({ method, access }) =>
      method !== 'GET' && access?.kind === 'permission' && /^(person|session|token|settings)\./.test(access.permission),
  );
  const open = changing.filter(({ isSessionOnly }) => !isSessionOnly).map(({ method, path }) => `${method} ${path}`);
  expect(open).toEqual(['DELETE /api/v1/tokens/:id']);
});

describe('A route without its access stops the start', () => {
  @Controller('planted')
  class Forgotten {
    @Get('open')
    forgotten(): string {
      return 'for anybody';
    }
    @Get('closed')
    @Permit('budget.read')
    closed(): string {
      return '';
    }
  }

  @Controller(['planted', 'also'])
  class ForgottenTwice {
    @Get(['one', 'two'])
    both(): string {
      return '';
    }
  }

  class Parent {
    @Get('inherited')
    inherited(): string {
      return '';
    }
  }
  @Controller('planted')
  class Heir extends Parent {
    @Get('own')
    @Public()
    own(): string {
      return '';
    }
  }

  it.each([
    ['a forgotten decorator', Forgotten, 'Forgotten.forgotten'],
    ['a handler with several addresses', ForgottenTwice, 'ForgottenTwice.both'],
    ['an inherited handler', Heir, 'Heir.inherited'],
  ])('%s', async (_, controller, named) => {
    const module = await Test.createTestingModule({ controllers: [controller] }).compile();
    const planted = module.createNestApplication(new FastifyAdapter());
    expect(() => assertEveryRouteNamesItsAccess(planted)).toThrow(named);
    await planted.close();
  });
});
