export { PublicPageModule } from './public-page.module';
