// English, as far as the first load has it; so without speech.ts.
import type { FirstStrings, Speaker } from './strings.js';

export const speak: Speaker<FirstStrings> = (locale) => {
  const number = (value: number) => value.toLocaleString(locale);
  const people = (names: readonly string[], others: number) =>
    new Intl.ListFormat(locale).format(others > 0 ? [...names, `${number(others)} more`] : names);

  return {
    locale,
    conversation: 'Conversation',
    writeMessage: 'Say something',
    send: 'Send',
    chatClosed: 'The chat is closed',
    chatNotReady: 'The chat opens with the room',
    nobodySpoke: 'Nobody has said anything yet. Be the first.',
    notSent: 'Not sent.',
    retry: 'Retry',
    delete: 'Delete',
    host: 'Host',
    tooLong: (bytes, most) => `Too long: ${number(bytes)} of ${number(most)} bytes. Shorten it to send.`,
    joined: (names, others) => `${people(names, others)} joined`,
    left: (names, others) => `${people(names, others)} left`,

    stage: 'Stage',
    waiting: (count) => `${number(count)} waiting`,
    watching: (count) => `${number(count)} watching`,
    startsIn: 'Starts in',
    anyMoment: 'Any moment now',
    waitingForHost: (host) => (host ? `Waiting for ${host}` : 'Waiting for the host'),
    notOpen: 'The room is not open yet',
    notOpenHint: 'Stay here: it opens by itself.',
    connecting: 'Coming in…',
    ended: 'That was it',
    endedHint: 'Thank you for being here. The conversation stays readable.',
    tryAgain: 'Try again',
    leftRoom: 'You left the room',
    enterAgain: 'Come back in',
    kicked: 'You came in somewhere else',
    useHere: 'Use here instead',

    status: {
      online: 'Connected',
      connecting: 'Connecting…',
      offline: 'Not connected',
      kicked: 'Connected somewhere else',
    },
    phase: { 'not-open': 'Not open yet', waiting: 'Waiting', live: 'Live', ended: 'Ended' },
    details: 'Details',
    noticed: 'The audience may hear of this a little late.',
    outside: 'You are not in the room. Come in first.',
    connectionFailed: 'The connection failed. We keep trying.',
    somethingWrong: 'Something went wrong. Try again.',
  };
};
