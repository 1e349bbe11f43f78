import { Controller, Get } from '@nestjs/common';
import { ModulesContainer } from '@nestjs/core';
import { PublicInDemo } from '../http/permit.decorator';
import { routesOfModules } from '../http/route-census';
import { describeApi } from './document';
import type { Schema } from './schema';

/** The API as OpenAPI 3.1. Open in a demo; elsewhere it takes a login, as everything else. */
@Controller('api/v1')
export class OpenApiController {
  private document: Schema | null = null;

  constructor(private readonly modules: ModulesContainer) {}

  @Get('openapi.json')
  @PublicInDemo()
  show(): Schema {
    this.document ??= describeApi(routesOfModules(this.modules));
    return this.document;
  }
}
