import type { INestApplication } from '@nestjs/common';
import { ModulesContainer } from '@nestjs/core';
import { ACCESS, type RouteAccess } from './permit.decorator';

/** One route of the API with what it asks of its caller. */
export interface CensusEntry {
  readonly method: string;
  readonly path: string;
  readonly handler: string;
  readonly access: RouteAccess | null;
}

const METHODS = ['GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'ALL', 'OPTIONS', 'HEAD'];

/** Every route that Nest serves, read from the controllers themselves. */
export function takeRouteCensus(app: INestApplication): CensusEntry[] {
  const controllers = [...app.get(ModulesContainer).values()].flatMap((module) => [...module.controllers.values()]);
  return controllers
    .flatMap(({ metatype }) => (typeof metatype === 'function' ? routesOf(metatype as ControllerClass) : []))
    .sort((a, b) => `${a.path} ${a.method}`.localeCompare(`${b.path} ${b.method}`, 'en'));
}

type ControllerClass = (new (...args: never[]) => object) & { readonly prototype: object };

function routesOf(controller: ControllerClass): CensusEntry[] {
  const base = String(Reflect.getMetadata('path', controller) ?? '');
  const entries: CensusEntry[] = [];
  for (const name of Object.getOwnPropertyNames(controller.prototype)) {
    const handler: unknown = Object.getOwnPropertyDescriptor(controller.prototype, name)?.value;
    if (typeof handler !== 'function' || handler === controller) continue;
    const path: unknown = Reflect.getMetadata('path', handler);
    if (typeof path !== 'string') continue;
    const method = METHODS[Number(Reflect.getMetadata('method', handler) ?? 0)] ?? 'GET';
    entries.push({
      method,
      path: `/${[base, path].filter((part) => part !== '' && part !== '/').join('/')}`,
      handler: `${controller.name}.${name}`,
      access: (Reflect.getMetadata(ACCESS, handler) as RouteAccess | undefined) ?? null,
    });
  }
  return entries;
}

/** A route that names neither a permission nor `@Public()` stops the start. */
export function assertEveryRouteNamesItsAccess(app: INestApplication): void {
  const open = takeRouteCensus(app).filter(({ access }) => access === null);
  if (open.length > 0) {
    throw new Error(`Routes without a declared permission: ${open.map(({ handler }) => handler).join(', ')}`);
  }
}
