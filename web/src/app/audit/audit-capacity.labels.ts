import { labels } from '../platform/language';

/** What happens to posts, figures and tasks. */
export const auditCapacityLabels = labels({
  de: {
    'capacity_parameter.recorded': 'Kennzahl der Personalbemessung eingetragen',
    'capacity_parameter.withdrawn': 'Kennzahl der Personalbemessung zurückgenommen',
    'post.created': 'Stelle angelegt',
    'post.changed': 'Stelle oder Besetzung geändert',
    'post.holder_erased': 'Name auf einer Stelle gelöscht',
    'task.created': 'Aufgabe angelegt',
    'task.changed': 'Aufgabe geändert',
    'task.volumes_saved': 'Fallzahlen eingetragen',
    'task.go_live_set': 'Wirkung eines Vorhabens auf eine Aufgabe eingetragen',
    'task.go_live_removed': 'Wirkung eines Vorhabens auf eine Aufgabe gelöst',
    'task.stock_counted': 'Rückstand einer Aufgabe gezählt',
    'task.driver_added': 'Rechtsänderung oder Verlängerungswelle eingetragen',
    'task.driver_changed': 'Rechtsänderung oder Verlängerungswelle geändert',
    'task.driver_removed': 'Rechtsänderung oder Verlängerungswelle entfernt',
  },
  en: {
    'capacity_parameter.recorded': 'Staffing figure recorded',
    'capacity_parameter.withdrawn': 'Staffing figure withdrawn',
    'post.created': 'Post created',
    'post.changed': 'Post or occupancy changed',
    'post.holder_erased': 'Name on a post erased',
    'task.created': 'Task created',
    'task.changed': 'Task changed',
    'task.volumes_saved': 'Case numbers entered',
    'task.go_live_set': 'Effect of a project on a task entered',
    'task.go_live_removed': 'Effect of a project on a task taken away',
    'task.stock_counted': 'Backlog of a task counted',
    'task.driver_added': 'Change of the law or wave of renewals entered',
    'task.driver_changed': 'Change of the law or wave of renewals changed',
    'task.driver_removed': 'Change of the law or wave of renewals removed',
  },
});
