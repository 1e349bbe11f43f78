import { ORDER_STEPS, PLAN_VERSION_STATES } from '@etatlotse/domain/budget';
import { auditActionLabels } from './audit-actions.labels';
import { auditLabels } from './audit.labels';
import { actionWords, detailWords, subjectWords } from './audit-words';

describe('the words of the audit log', () => {
  it('exist for every step of an order and every state of a plan', () => {
    const steps = Object.keys(ORDER_STEPS).map((step) => `order.${step}`);
    expect(steps.filter((step) => !(step in auditActionLabels()))).toEqual([]);
    expect(PLAN_VERSION_STATES.filter((state) => !(state in auditLabels().words))).toEqual([]);
  });

  it('keep an unknown action visible rather than hide it', () => {
    expect([actionWords('moon.landed'), subjectWords('moon')]).toEqual(['moon.landed', 'moon']);
  });

  it('tell what a request was for, and leave out ids and counts of nothing', () => {
    const detail = { for: 'role.grant', approvalId: 'a-1', movements: 0, toCents: 0, decidedOn: '2026-10-05' };
    expect(detailWords(detail)).toBe(
      'Antrag\u00a0Rolle erteilen, nachher\u00a00,00\u00a0€, Beschluss vom\u00a005.10.2026',
    );
  });
});
