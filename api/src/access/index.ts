export { AccessModule } from './access.module';
export { endAllSessions } from './session.repository';
export { issueLink } from './use-cases/issue-link';
