import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';

/** Lets one route take a bigger body than the others. In bytes. */
export const BodyLimit = (bytes: number): MethodDecorator => RouteConfig({ bodyLimitBytes: bytes });

/** Gives each route the limit it names. Called before the routes are registered. */
export function applyBodyLimits(server: FastifyInstance): void {
  server.addHook('onRoute', (route) => {
    const limit = (route.config as { readonly bodyLimitBytes?: unknown } | undefined)?.bodyLimitBytes;
    if (typeof limit === 'number') route.bodyLimit = limit;
  });
}
