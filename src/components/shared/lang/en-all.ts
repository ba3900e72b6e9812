// All of English. Comes after the first load: what shows the rest of it comes then, too, and hardly anybody needs the errors.
import { speak as speakFirst } from './en.js';
import { speechOf } from './speech.js';
import type { AllStrings, Speaker, Strings } from './strings.js';

export const speak: Speaker<AllStrings> = (locale) => {
  const en = speakFirst(locale);
  const { number, plural } = speechOf<'one'>(locale);
  return {
    ...en,
    openingStage: (host) => (host ? `${host} is here. Opening the stage…` : 'The host is here. Opening the stage…'),
    arriving: (host) => (host ? `${host} is about to go live` : 'About to go live'),
    onAir: 'Live',
    away: 'Be right back',
    awayHint: 'The chat goes on meanwhile.',
    soundOnly: (host) => (host ? `Sound only from ${host} right now` : 'Sound only right now'),
    tapForSound: 'Tap for sound',
    mute: 'Mute',
    unmute: 'Unmute',
    volume: 'Volume',
    stageFailed: 'The video could not be opened. The chat goes on.',
    lasted: (time) => `It lasted ${time}`,
    came: (count) => plural(count, { one: '1 person was here', other: `${number(count)} people were here` }),
    showChat: 'Show chat',
    hideChat: 'Hide chat',
    newMessages: (count) => `${number(count)} new`,

    pace: {
      pause: 'Pause the conversation',
      paused: 'Paused',
      resume: 'Go on with the conversation',
      summary: (count, name, text) =>
        plural(count, {
          one: `1 new message, from ${name}: ${text}`,
          other: `${number(count)} new messages, last from ${name}: ${text}`,
        }),
    },
    error: {
      'invalid-room': 'This room has no valid id. The page’s author must set room="…".',
      'invalid-user': 'The user id is not valid. The page’s author must correct user="…".',
      'invalid-stage': 'The stage id is not valid. The page’s author must correct stage="…".',
      'invalid-starts-at': 'The start time is not valid. The page’s author must correct starts-at="…".',
      'invalid-sdk-app-id': 'The application id is not valid. The page’s author must correct sdk-app-id="…".',
      'invalid-proxy':
        'The service’s address is not valid. The page’s author must correct im-proxy="…" or av-proxy="…".',
      'invalid-enter-action': 'The number of ENTER is not valid. The page’s author must correct enter-action="…".',
      'invalid-credentials':
        'This page gives no valid credentials. The page’s author must correct credentials="…" or what answers there.',
      'unknown-provider':
        'This page asks for a service that does not exist. The page’s author must correct provider="…".',
      network: en.connectionFailed,
      timeout: 'The service did not answer in time. Try again.',
      'sign-in-required': 'Sign in to join.',
      'credentials-unavailable': 'Signing in failed. Try again in a moment.',
      'credentials-rejected': 'The service did not accept the sign-in. Sign in again.',
      'app-id-rejected': 'The service does not know this application. The page’s author must correct the SDKAppID.',
      'user-mismatch': 'Somebody else is signed in on this page already. Reload the page.',
      'service-disabled':
        'The service is not available for this application. The page’s author must look at its plan in the console.',
      kicked: 'You came in somewhere else with the same name.',
      'in-another-room': 'You came into another room on this page. Only one at a time is possible.',
      banned: 'You cannot come into this room.',
      busy: 'The service is busy. Try again in a moment.',
      'storage-unavailable': 'This browser blocks storage. Allow it for this page and reload.',
      'unsupported-browser': 'This browser cannot show live video. Use a current one.',
      'room-not-found': 'The room is not open yet.',
      'room-taken': 'This room belongs to somebody else. Choose another name.',
      'not-owner': 'Only the host can do this.',
      'not-joined': en.outside,
      'wrong-phase': 'This cannot be done just now.',
      cancelled: 'Cancelled.',
      'message-empty': 'There is nothing to send. Write something first.',
      'message-too-long': 'The message is too long. Shorten it.',
      'message-refused': 'The service refused this message. Change it and try again.',
      muted: 'You are muted here and cannot write now.',
      'room-muted': 'Only the host can write just now.',
      'stage-unavailable': 'The video could not be opened. Try again.',
      'stage-lost': 'The video connection broke off. Try again.',
      'media-missing': 'There is nothing to show. Turn on the camera or the microphone, on a secure (https) page.',
      'camera-denied': 'The browser does not allow the camera. Allow it in the address bar and try again.',
      'camera-missing': 'No camera found. Plug one in and try again.',
      'camera-in-use': 'Another program uses the camera. Close it and try again.',
      'microphone-denied': 'The browser does not allow the microphone. Allow it in the address bar and try again.',
      'microphone-missing': 'No microphone found. Plug one in and try again.',
      'microphone-in-use': 'Another program uses the microphone. Close it and try again.',
      internal: en.somethingWrong,
    },
  };
};

/** For what comes after the first load itself: these strings, or English while their own rest has not come. */
export function complete(strings: Strings): AllStrings {
  return strings.error ? (strings as AllStrings) : speak(strings.locale);
}
