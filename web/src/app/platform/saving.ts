import { InjectionToken } from '@angular/core';

/** How long typing must pause before it saves itself. */
export const SAVE_AFTER_MS = new InjectionToken<number>('pause before saving', { factory: () => 900 });

/** How long to wait before the server is asked once more whether it is there. */
export const ASK_AGAIN_MS = new InjectionToken<number>('pause before asking again', { factory: () => 5_000 });
