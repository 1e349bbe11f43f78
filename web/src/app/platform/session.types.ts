export type { Role as RoleName } from '@etatlotse/domain/access';
export type { SessionRole, SessionState as Session } from '@etatlotse/contracts/session/plain';
