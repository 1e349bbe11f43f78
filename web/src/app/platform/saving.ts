import { InjectionToken } from '@angular/core';

/** How long typing must pause before it saves itself. */
export const SAVE_AFTER_MS = new InjectionToken<number>('pause before saving', { factory: () => 900 });
