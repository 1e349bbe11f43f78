import type { INestApplication } from '@nestjs/common';
import { ModulesContainer } from '@nestjs/core';
import { ACCESS, type RouteAccess, SESSION_ONLY } from './permit.decorator';

/** One route of the API with what it asks of its caller. */
export interface CensusEntry {
  readonly method: string;
  readonly path: string;
  readonly handler: string;
  readonly access: RouteAccess | null;
  /** Closed to personal tokens. */
  readonly isSessionOnly: boolean;
  readonly controller: ControllerClass;
  readonly methodName: string;
}

export type ControllerClass = (new (...args: never[]) => object) & { readonly prototype: object };

const METHODS = ['GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'ALL', 'OPTIONS', 'HEAD'];

/** Every route that Nest serves, read from the controllers themselves. */
export function takeRouteCensus(app: INestApplication): CensusEntry[] {
  return routesOfModules(app.get(ModulesContainer));
}

export function routesOfModules(modules: ModulesContainer): CensusEntry[] {
  const controllers = [...modules.values()].flatMap((module) => [...module.controllers.values()]);
  return controllers
    .flatMap(({ metatype }) => (typeof metatype === 'function' ? routesOf(metatype as ControllerClass) : []))
    .sort((a, b) => `${a.path} ${a.method}`.localeCompare(`${b.path} ${b.method}`, 'en'));
}

function routesOf(controller: ControllerClass): CensusEntry[] {
  const entries: CensusEntry[] = [];
  for (const name of methodNamesOf(controller)) {
    const handler: unknown = Reflect.get(controller.prototype, name);
    if (typeof handler !== 'function' || handler === controller) continue;
    const method = METHODS[Number(Reflect.getMetadata('method', handler) ?? 0)] ?? 'GET';
    for (const base of pathsOf(controller)) {
      for (const path of pathsOf(handler)) {
        entries.push({
          method,
          path: `/${[base, path].filter((part) => part !== '' && part !== '/').join('/')}`,
          handler: `${controller.name}.${name}`,
          access: (Reflect.getMetadata(ACCESS, handler) as RouteAccess | undefined) ?? null,
          isSessionOnly: Reflect.getMetadata(SESSION_ONLY, handler) === true,
          controller,
          methodName: name,
        });
      }
    }
  }
  return entries;
}

/** Nest serves inherited handlers, too. */
function methodNamesOf(controller: ControllerClass): Set<string> {
  const names = new Set<string>();
  let prototype: object | null = controller.prototype;
  while (prototype !== null && prototype !== Object.prototype) {
    for (const name of Object.getOwnPropertyNames(prototype)) {
      if ('value' in (Object.getOwnPropertyDescriptor(prototype, name) ?? {})) names.add(name);
    }
    prototype = Reflect.getPrototypeOf(prototype);
  }
  return names;
}

/** A decorator may name one address or several; something without any is no route. */
function pathsOf(target: object): string[] {
  const path: unknown = Reflect.getMetadata('path', target);
  if (typeof path === 'string') return [path];
  return Array.isArray(path) ? path.filter((entry) => typeof entry === 'string') : [];
}

/** A route that names neither a permission nor `@Public()` stops the start. */
export function assertEveryRouteNamesItsAccess(app: INestApplication): void {
  const open = takeRouteCensus(app).filter(({ access }) => access === null);
  if (open.length > 0) {
    throw new Error(`Routes without a declared permission: ${open.map(({ handler }) => handler).join(', ')}`);
  }
}
