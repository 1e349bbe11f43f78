import { ROLES } from '@etatlotse/domain/access';
import { destinationsOf } from './navigation';
import { firstVisitSteps } from './first-visit.labels';

describe('the first visit', () => {
  it.each(ROLES)('%s finds three steps that lead to own pages', (role) => {
    const own = destinationsOf([role]).map((entry) => entry.path);
    const steps = firstVisitSteps(role);
    expect(steps).toHaveLength(3);
    for (const step of steps) {
      expect(step.title).not.toBe('');
      if (step.link) expect([...own, '/help']).toContain(step.link[0]);
    }
  });
});
