import { makeModelCity } from './city';

/** Once for all journeys: setting up the sample city takes its time, a copy of it does not. */
export default makeModelCity;
