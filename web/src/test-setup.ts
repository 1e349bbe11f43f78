import { setupZonelessTestEnv } from 'jest-preset-angular/setup-env/zoneless';
import { loadProblemTexts } from './app/platform/problem-texts';
import { language } from './app/ui/language/language';

setupZonelessTestEnv({ errorOnUnknownElements: true, errorOnUnknownProperties: true });

beforeAll(loadProblemTexts);
beforeEach(() => language.set('de'));
