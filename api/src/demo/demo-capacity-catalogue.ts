import type { PostStatus } from '@etatlotse/domain/capacity';

/** What has happened on a post this year. */
type Story = 'held' | 'empty' | 'handed_on' | 'newcomer' | 'parental_leave';

interface DemoPost {
  readonly share: number;
  readonly status: PostStatus;
  readonly grade: string;
  readonly story: Story;
}

/** Posts of a unit of the sample city. All are invented. */
export interface DemoPosts {
  readonly unit: string;
  readonly name: string;
  readonly posts: readonly DemoPost[];
}

const employee = (grade: string, story: Story = 'held', share = 1): DemoPost => ({
  share,
  status: 'employee',
  grade,
  story,
});
const official = (grade: string, story: Story = 'held', share = 1): DemoPost => ({
  share,
  status: 'official',
  grade,
  story,
});
const times = (count: number, post: DemoPost): DemoPost[] => Array<DemoPost>(count).fill(post);

export const DEMO_POSTS: readonly DemoPosts[] = [
  {
    unit: 'FB 32',
    name: 'Sachbearbeitung Bürgerservice',
    posts: [
      ...times(6, employee('E 6')),
      employee('E 6', 'handed_on'),
      employee('E 8', 'held', 0.75),
      employee('E 8', 'newcomer', 0.5),
      official('A 9'),
    ],
  },
  {
    unit: 'FB 50',
    name: 'Sachbearbeitung Wohngeld',
    posts: [
      ...times(4, employee('E 9a')),
      employee('E 9a', 'parental_leave'),
      employee('E 9a', 'newcomer'),
      employee('E 9b', 'empty'),
      official('A 10'),
    ],
  },
  {
    unit: 'FB 40',
    name: 'Schulverwaltung und Schul-IT',
    posts: [...times(2, employee('E 9b')), employee('E 8', 'held', 0.5), official('A 11')],
  },
  {
    unit: '10.3',
    name: 'IT-Betrieb',
    posts: [...times(7, employee('E 10')), employee('E 11'), employee('E 11', 'empty'), ...times(2, official('A 11'))],
  },
  {
    unit: '32.2',
    name: 'Sachbearbeitung Kfz-Zulassung',
    posts: [...times(5, employee('E 6')), employee('E 8'), employee('E 6', 'newcomer', 0.5), official('A 9')],
  },
  {
    unit: 'FB 51',
    name: 'Sachbearbeitung Elterngeld und Unterhaltsvorschuss',
    posts: [...times(4, employee('E 9b')), employee('E 9b', 'held', 0.5), official('A 10')],
  },
  {
    unit: 'FB 60',
    name: 'Sachbearbeitung Bauordnung',
    posts: [...times(4, employee('E 11')), employee('E 11', 'handed_on'), employee('E 11', 'empty'), official('A 12')],
  },
  {
    unit: '10.2',
    name: 'Administration des Dokumentenmanagements',
    posts: [...times(2, employee('E 10')), employee('E 9b', 'held', 0.5), official('A 11', 'held', 0.5)],
  },
  {
    unit: '40.2',
    name: 'Betreuung der Schul-IT',
    posts: [...times(3, employee('E 9b')), employee('E 8', 'newcomer', 0.5)],
  },
];
