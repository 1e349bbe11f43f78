import { labels } from '../language/language';

export const stateLabels = labels({
  de: {
    loading: 'Wird geladen',
    loadingLong: 'Das dauert länger als sonst.',
    cancel: 'Abbrechen',
    reload: 'Neu laden',
    request: (id: string) => `Vorgangsnummer ${id}`,
  },
  en: {
    loading: 'Loading',
    loadingLong: 'This takes longer than usual.',
    cancel: 'Cancel',
    reload: 'Reload',
    request: (id: string) => `Request number ${id}`,
  },
});
