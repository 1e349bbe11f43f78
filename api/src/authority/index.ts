export { AuthorityModule } from './authority.module';
