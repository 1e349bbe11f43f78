export { readSettings, type StoredSettings } from './settings.repository';
export { TenantModule } from './tenant.module';
