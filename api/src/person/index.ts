export { PersonModule } from './person.module';
