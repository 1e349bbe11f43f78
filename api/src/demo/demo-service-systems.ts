import type { Transaction } from '../platform/database/transactions';

/** Which services of the sample city run on which systems: all forms on the portal, what lies in the e-file on the DMS. */
export async function linkServiceSystems(tx: Transaction): Promise<void> {
  await tx.execute(
    `INSERT INTO service_system (tenant_id, service_id, system_id)
     SELECT s.tenant_id, s.service_id, y.system_id FROM service s JOIN system y ON y.tenant_id = s.tenant_id
       AND ((y.name = 'Serviceportal (OZG)' AND s.has_form) OR (y.name = 'DMS enaio' AND s.has_dms)
         OR (y.name = 'Formularmanagement' AND s.has_form AND s.task = 'own') OR (s.name, y.name) IN (
           ('Wohngeld beantragen', 'Fachverfahren Wohngeld'), ('Wohnsitz anmelden', 'Fachverfahren Einwohnerwesen'),
           ('Bauantrag stellen', 'Fachverfahren Bauaufsicht'), ('Ganztag anmelden', 'Schulverwaltung')))
     WHERE s.tenant_id = $1`,
    [tx.tenantId],
  );
}
