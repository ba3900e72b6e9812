// The stage service's and its SDK's error codes in our words, as data. Marks: [S] vendor documents or source, [R] recalled, [E] the emulator's invention.
import type { RoomErrorCode } from '../../../errors/room-error.js';
import type { StageRole } from '../../../ports/av-port.js';

export const STAGE_ERRORS: Readonly<Record<number, RoomErrorCode>> = {
  // The SDK: parameters [S].
  5000: 'internal',
  5001: 'internal', // missing
  5002: 'internal', // bad type
  5003: 'internal', // empty
  5004: 'internal', // bad instance
  5005: 'internal', // out of range
  5006: 'internal', // less than zero
  5007: 'internal', // too small
  5008: 'internal', // too large
  5009: 'internal', // no such element
  5010: 'internal', // bad element
  5012: 'invalid-stage', // a string room of characters that are not allowed, or too long
  5013: 'invalid-stage', // a numeric room out of range
  5014: 'internal', // bad stream type
  5015: 'invalid-stage', // no room
  5016: 'invalid-stage', // a number as text
  // The SDK: operations [S].
  5100: 'internal',
  5101: 'stage-unavailable', // not on a stage
  5102: 'stage-unavailable', // the host is gone
  5103: 'stage-unavailable', // the host's picture is gone
  5104: 'internal', // entered twice
  5105: 'internal', // no picture is captured
  5106: 'internal', // no sound is captured
  5107: 'stage-unavailable', // an audience can not publish
  // The SDK: the browser [S].
  5200: 'unsupported-browser',
  5201: 'media-missing', // neither https: nor localhost
  5202: 'unsupported-browser', // no WebRTC
  5203: 'unsupported-browser', // cannot encode H264
  5204: 'unsupported-browser', // cannot decode H264
  5205: 'unsupported-browser', // cannot share a screen
  5206: 'unsupported-browser', // no small picture
  5209: 'unsupported-browser', // an old Chrome
  // The SDK: devices [S]. It is never asked for one: what is captured is captured by our own code.
  5300: 'media-missing',
  5301: 'media-missing', // not found
  5302: 'media-missing', // not allowed
  5303: 'media-missing', // in use
  5304: 'media-missing', // none that fits
  5305: 'media-missing', // the page is not active
  5306: 'media-missing', // forbidden
  5307: 'media-missing', // aborted
  5308: 'media-missing', // a camera stopped for good
  5309: 'media-missing', // a microphone stopped for good
  // The SDK: the service refused, or could not be reached [S].
  5400: 'stage-unavailable',
  5401: 'service-disabled', // has to be bought
  5500: 'stage-unavailable',
  5501: 'stage-unavailable', // a firewall is in the way
  5502: 'stage-lost', // entering again after an outage failed
  5503: 'internal', // a listener threw
  5504: 'internal', // drawing failed
  5505: 'stage-lost', // a picture could not be encoded
  5506: 'stage-lost', // a sound could not be encoded
  5507: 'stage-lost', // a picture could not be decoded
  5508: 'stage-lost', // a sound could not be decoded
  5998: 'cancelled', // overtaken by another call
  5999: 'internal',
  // The service: entering. -8, -10012, -10035, -10037, -100006, -100013, -100021, -100024, -102010 [S], the others [R].
  [-1]: 'internal', // [E]
  [-8]: 'app-id-rejected',
  [-10001]: 'internal', // an unknown command [E]
  [-10002]: 'internal', // not in a room [E]
  [-10012]: 'invalid-stage',
  [-10035]: 'service-disabled', // going straight to another room is not enabled
  [-10037]: 'service-disabled', // the same
  [-10015]: 'stage-unavailable', // no server for this room
  [-10016]: 'stage-unavailable', // no server for media
  [-100006]: 'credentials-rejected', // the privateMapKey
  [-100013]: 'service-disabled', // arrears
  [-100021]: 'busy', // overloaded
  [-100024]: 'service-disabled', // not enabled
  [-102006]: 'stage-unavailable', // the room was just closed
  [-102010]: 'credentials-rejected', // may not create the room
  [-102023]: 'stage-unavailable', // the room is being closed
  // The service: signatures, as in chat. 70001, 70003, 70009, 70013, 70014 [S], the others [R].
  70001: 'credentials-rejected', // ran out
  70002: 'credentials-rejected', // empty
  70003: 'credentials-rejected', // cut off, or by another key
  70004: 'credentials-rejected',
  70005: 'credentials-rejected',
  70006: 'credentials-rejected',
  70007: 'credentials-rejected',
  70008: 'credentials-rejected',
  70009: 'credentials-rejected', // by another key
  70010: 'credentials-rejected',
  70013: 'credentials-rejected', // made for another user
  70014: 'app-id-rejected', // made for another application
  70016: 'credentials-rejected',
  70020: 'app-id-rejected', // no such application
  70050: 'busy', // asked too often
  70051: 'banned', // the account is blocked
  70052: 'credentials-rejected', // was withdrawn
};

/** Where a code means something else than it usually does. */
export const STAGE_ERRORS_AS: Readonly<Partial<Record<StageRole, Readonly<Record<number, RoomErrorCode>>>>> = {
  // An audience may not open a stage; its host will.
  audience: { [-102010]: 'stage-unavailable' },
};

/** Why the service took somebody off the stage. */
export const REMOVALS: Readonly<Record<'kick' | 'banned' | 'room_disband', RoomErrorCode>> = {
  // Also when the same person enters elsewhere: coming back by oneself would throw out that one, and so on for ever.
  kick: 'kicked',
  banned: 'banned',
  room_disband: 'stage-lost',
};

/** Errors told while on a stage after which the SDK goes on by itself. After the others it has left the stage. */
export const HARMLESS: ReadonlySet<number> = new Set([5308, 5309, 5503, 5504, 5507, 5508, 5998]);
