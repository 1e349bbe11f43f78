import { bootstrapApplication } from '@angular/platform-browser';
import { App } from './app/app';
import { appConfig } from './app/app.config';
import { loadProblemTexts } from './app/platform/problem-texts';

void bootstrapApplication(App, appConfig).then(loadProblemTexts);
