// What the crowd's bundle gives to measure.mjs.
import { Crowd, type CrowdOptions } from './crowd.js';

declare const settle: () => void;

export function crowdOf(options: Omit<CrowdOptions, 'settle'>): Crowd {
  return new Crowd({ ...options, settle });
}
