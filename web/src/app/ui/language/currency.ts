import { signal } from '@angular/core';

/** The currency of the city on screen, as ISO 4217 names it. A city has one; its login says which. */
export const currency = signal('EUR');
