import { HttpErrorResponse, type HttpInterceptorFn, HttpResponse } from '@angular/common/http';
import { of, throwError } from 'rxjs';
import type { RoleName, Session } from '../app/platform/session.types';

const params = new URLSearchParams(globalThis.location.search);
const role = (params.get('role') ?? 'finance') as RoleName;

const SESSION: Session = {
  person: { id: 'p', displayName: 'Dr. Karin Beispiel', email: 'finanzen@loewenstadt.example' },
  tenant: { name: 'Stadt Löwenstadt', slug: 'loewenstadt', isDemo: true, currency: 'EUR' },
  permissions: [],
  roles: [
    {
      role,
      kind: null,
      unitId: null,
      unitCode: role === 'finance' ? 'FB 20' : role === 'clerk' ? 'FB 60' : null,
      unitName: null,
      bodyName: null,
      substituteForName: null,
      validTo: null,
    },
  ],
  csrfToken: 'showcase',
  idleSeconds: 1800,
  expiresAt: '2199-01-01T00:00:00Z',
  fiscalYear: 2026,
  fiscalYears: [2027, 2026, 2025],
};

const ANSWERS: Record<string, unknown> = {
  '/api/v1/session': SESSION,
  '/api/v1/demo': {
    isDemo: true,
    accounts: (['finance', 'department_head', 'clerk', 'committee', 'auditor', 'admin'] as const).map((name) => ({
      tenantName: 'Löwenstadt',
      displayName: name,
      email: `${name}@loewenstadt.example`,
      roles: [{ role: name, kind: null, unitName: name === 'clerk' ? 'FB 60 Bauen' : null }],
    })),
  },
  '/api/v1/search': {
    lines: {
      rows: [
        {
          id: '1',
          number: '4S.100210',
          name: 'DMS-Ausbau und Postdigitalisierung',
          frame: 'CORE',
          unitCode: 'FB 10',
          product: '1.11.1',
          account: '429100',
          availableCents: 6_061_254,
        },
      ],
      more: false,
    },
    units: { rows: [{ id: '2', code: 'FB 10', name: 'Zentrale Dienste', level: 'department' }], more: false },
  },
};

/** Answers as the API would, so that the frame can be looked at without one. */
export const stubApi: HttpInterceptorFn = (request) => {
  const path = request.url.split('?')[0] ?? '';
  if (params.has('stranger') && path === '/api/v1/session') {
    return throwError(
      () => new HttpErrorResponse({ status: 401, error: { code: 'LOGIN_FAILED', title: '', detail: '', status: 401 } }),
    );
  }
  return of(new HttpResponse({ status: 200, body: ANSWERS[path] ?? {} }));
};
