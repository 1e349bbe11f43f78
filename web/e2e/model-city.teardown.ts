import { removeModelCity } from './city';

export default removeModelCity;
