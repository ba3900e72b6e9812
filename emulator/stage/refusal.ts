// A request that is refused, with the service's code.

/** Codes as the SDK's own list has them; which of them the service gives on which occasion is partly a guess. */
export const REFUSALS = {
  [-8]: 'sdkAppId is not known here',
  [-10012]: 'roomId is missing or not allowed',
  [-100006]: 'privateMapKey is missing, cannot be read, has expired, or does not give the right that is needed',
  [-102010]: 'no right to create a room',
  /** The three below are invented. */
  [-10001]: 'an audience cannot publish',
  [-10002]: 'not in a room',
  [-1]: 'the request cannot be read',
} as const;

export class Refusal extends Error {
  readonly code: number;

  constructor(code: keyof typeof REFUSALS, message: string = REFUSALS[code]) {
    super(message);
    this.code = code;
  }
}
