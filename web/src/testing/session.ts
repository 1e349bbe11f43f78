import { isRole, ROLE_PERMISSIONS } from '@etatlotse/domain/access';
import type { RoleName, Session } from '../app/platform/session.types';

/** Somebody logged in, for specs of stores and pages. */
export function aSession(role: RoleName = 'finance', more: Partial<Session> = {}): Session {
  return {
    person: { id: 'p-1', displayName: 'Karin Beispiel', email: 'finanzen@loewenstadt.example' },
    tenant: { name: 'Stadt Löwenstadt', slug: 'loewenstadt', isDemo: true, currency: 'EUR' },
    roles: [
      {
        role,
        kind: null,
        unitId: null,
        unitCode: 'FB 20',
        unitName: null,
        bodyName: null,
        substituteForName: null,
        validTo: null,
      },
    ],
    permissions: [],
    csrfToken: 'csrf-1',
    idleSeconds: 1_800,
    expiresAt: '2199-01-01T00:00:00Z',
    fiscalYear: 2026,
    fiscalYears: [2027, 2026, 2025],
    ...more,
  };
}

/** The same with what the role may do. */
export function aSessionWithRights(role: RoleName = 'finance', more: Partial<Session> = {}): Session {
  return aSession(role, { permissions: isRole(role) ? [...ROLE_PERMISSIONS[role]] : [], ...more });
}
