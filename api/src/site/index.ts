/** The door of sites: where something stands, what it is paid from, and the functions by which files and the sample city enter sites. */
export { checkUse, type UseColumns, type UseRefusal } from './hardware-use';
export { insertInvestment } from './investment.repository';
export { SiteModule } from './site.module';
export { holdPlace, insertSite, insertSiteEvent, isUnitKnown } from './site.repository';
export { insertSplitKey, readSplitKeys, type StoredKey } from './split-key.repository';
export {
  changeImportedSite,
  checkImportedSite,
  enterImportedSite,
  knownSites,
  removeImportedSites,
  siteDiffers,
  statedSite,
} from './site-import.repository';
export type { StoredSite } from './site.repository';
