/** The door of the inbox: features tell people through it. */
export { InboxModule } from './inbox.module';
export { tell } from './tell';
