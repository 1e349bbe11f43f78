import type { Routes } from '@angular/router';

export const authorityRoutes: Routes = [];
