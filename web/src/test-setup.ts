import { setupZonelessTestEnv } from 'jest-preset-angular/setup-env/zoneless';
import { language } from './app/ui/language/language';

setupZonelessTestEnv({ errorOnUnknownElements: true, errorOnUnknownProperties: true });

beforeEach(() => language.set('de'));
