export { TenantModule } from './tenant.module';
export { foundCityFromEnvironment } from './found-city';
