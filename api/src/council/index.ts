/** The door of the calendar of bodies and meetings. */
export { CouncilModule } from './council.module';
export { insertBody, insertMeetings } from './council.repository';
export { readCalendar } from './meeting-calendar';
