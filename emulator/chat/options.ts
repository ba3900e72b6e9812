// What a developer or a test may set about the emulated chat service; the defaults are the service's.
import type { FeatureName } from './features.js';

export interface ChatOptions {
  /** What the plan includes. The service's own default has no history. */
  readonly features: readonly FeatureName[];
  /** How long a poll without news is held, in ms. Below 15,000, when the SDK gives up. (Invented; the real time is unknown.) */
  readonly holdMs: number;
  /** Pause between two polls that the SDK is told to keep, in ms; its own default is 300. */
  readonly pollingIntervalMs: number;
  /** Between two hellos, in seconds. */
  readonly helloInterval: number;
  /** How many web pages may be logged in as the same user; one more kicks the oldest. */
  readonly maxInstances: number;
  /** How long a session is kept whose socket is gone, in ms; a page that comes back later must log in afresh. (Invented.) */
  readonly keepSessionMs: number;
  /** What joining again answers: success, or error 10013. Both have been described. */
  readonly rejoin: 'success' | 'already-member';
  /** Text messages that contain one of these are refused with 80001. */
  readonly forbiddenWords: readonly string[];
  /** Messages a second and group; over it the rest is dropped in silence. */
  readonly messagesPerSecond: number;
  /** Whether members are told by a tip that somebody was muted. A console setting, off for AVChatRooms. */
  readonly muteTips: boolean;
  /** Whether a page that was away finds what it missed when it polls on. Unknown for web: test with both. */
  readonly missedWhileAway: 'deliver' | 'lose';
  /** Answers are compressed where the client says that it can read that. */
  readonly compress: boolean;
}

export const CHAT_DEFAULTS: ChatOptions = {
  features: ['memberList', 'ban', 'counters'],
  holdMs: 8000,
  pollingIntervalMs: 300,
  helloInterval: 120,
  maxInstances: 1,
  keepSessionMs: 600_000,
  rejoin: 'success',
  forbiddenWords: ['forbidden-word'],
  messagesPerSecond: 40,
  muteTips: false,
  missedWhileAway: 'deliver',
  compress: false,
};

const SDK_GIVES_UP_MS = 15_000;

export function chatOptions(given: Partial<ChatOptions> = {}): ChatOptions {
  const options = { ...CHAT_DEFAULTS, ...given };
  if (options.holdMs >= SDK_GIVES_UP_MS) throw new RangeError(`holdMs must be below ${SDK_GIVES_UP_MS}`);
  return options;
}
