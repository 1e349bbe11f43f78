import type { FrameCode } from '@etatlotse/domain/budget';
import { labels } from '../ui/language/language';

const namesDe: Record<FrameCode, string> = { CORE: 'Kern-IT', SCHOOL_NET: 'Schulnetze', FEES: 'Gebühren' };
const namesEn: Record<FrameCode, string> = { CORE: 'Core IT', SCHOOL_NET: 'School networks', FEES: 'Fees' };
const contentsDe: Record<FrameCode, string> = {
  CORE: 'zentrale Infrastruktur und Fachverfahren',
  SCHOOL_NET: 'Datennetze der Schulen',
  FEES: 'Telefon und Datenleitungen',
};
const contentsEn: Record<FrameCode, string> = {
  CORE: 'shared infrastructure and applications',
  SCHOOL_NET: 'data networks of the schools',
  FEES: 'telephone and data lines',
};

/** Names of the three frames and what they hold. */
export const frameLabels = labels({
  de: { names: namesDe, contents: contentsDe, none: 'ohne Rahmen' },
  en: { names: namesEn, contents: contentsEn, none: 'no frame' },
});
