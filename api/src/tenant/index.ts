export { readSettings, type StoredSettings } from './settings.repository';
export { TenantModule } from './tenant.module';
export { foundCityFromEnvironment } from './found-city';
