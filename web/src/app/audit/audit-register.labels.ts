import { labels } from '../platform/language';
import { auditDemandLabels } from './audit-demand.labels';

const registers = labels({
  de: {
    'service.created': 'Leistung eingetragen',
    'service.changed': 'Leistung geändert',
    'service.decided': 'Entscheidung über eigenes Formular oder EfA eingetragen',
    'service.counted': 'Fälle einer Leistung eingetragen',
    'system.created': 'System eingetragen',
    'system.changed': 'System geändert',
    'training.created': 'Schulung eingetragen',
    'training.changed': 'Schulung geändert',
    'training.session_added': 'Schulungstermin eingetragen',
    'training.session_changed': 'Schulungstermin geändert',
    'training.target_set': 'Zahl der zu Schulenden festgelegt',
    'process.created': 'Prozess eingetragen',
    'process.changed': 'Prozess geändert',
    'process.measured': 'Ersparnis eines Prozesses eingetragen',
    'offer.created': 'Angebot eingetragen',
    'offer.changed': 'Angebot geändert',
    'offer.moved': 'Stand eines Angebots eingetragen',
    'desk.created': 'Ansprechstelle eingetragen',
    'desk.changed': 'Ansprechstelle geändert',
    'desk.fte_added': 'VZÄ einer Ansprechstelle eingetragen',
  },
  en: {
    'service.created': 'Service registered',
    'service.changed': 'Service changed',
    'service.decided': 'Decision on own form or EfA recorded',
    'service.counted': 'Cases of a service recorded',
    'system.created': 'System registered',
    'system.changed': 'System changed',
    'training.created': 'Training registered',
    'training.changed': 'Training changed',
    'training.session_added': 'Session of a training added',
    'training.session_changed': 'Session of a training changed',
    'training.target_set': 'Number of people to train set',
    'process.created': 'Process registered',
    'process.changed': 'Process changed',
    'process.measured': 'Saving of a process recorded',
    'offer.created': 'Offer registered',
    'offer.changed': 'Offer changed',
    'offer.moved': 'State of an offer recorded',
    'desk.created': 'Desk registered',
    'desk.changed': 'Desk changed',
    'desk.fte_added': 'FTE of a desk recorded',
  },
});

/** Actions on the registers of services, systems, trainings, processes, offers and desks, and on demands. */
export const auditRegisterLabels = () => ({ ...registers(), ...auditDemandLabels() });
