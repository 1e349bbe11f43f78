export { ReleaseModule } from './release.module';
