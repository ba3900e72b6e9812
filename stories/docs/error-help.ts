// Every error code with what it means, why it comes and what mends it: the table of the page "Troubleshooting".
import type { RoomErrorCode } from '../../src/core/index.js';

export interface ErrorHelp {
  readonly means: string;
  readonly cause: string;
  readonly fix: string;
}

export const ERROR_HELP: Readonly<Record<RoomErrorCode, ErrorHelp>> = {
  'invalid-room': {
    means: 'The room has no usable id.',
    cause: 'The attribute `room` is missing, longer than 48 characters, not printable ASCII, or begins with `@TGS#`.',
    fix: 'Set `room="premiere"` or another id of 1 to 48 printable ASCII characters.',
  },
  'invalid-user': {
    means: 'The user id cannot be used.',
    cause: 'The attribute `user` is longer than 32 characters, or has characters beyond printable ASCII.',
    fix: 'Give a short ASCII id. What people see is `name`, which may be anything.',
  },
  'invalid-stage': {
    means: 'The stage id cannot be used.',
    cause:
      'The attribute `stage` is no integer from 1 to 4294967294 and no text of up to 64 printable ASCII characters.',
    fix: 'Leave `stage` out: then the room’s id is the stage’s id, too. An integer is only for rooms of existing native clients.',
  },
  'invalid-starts-at': {
    means: 'The planned start is no time.',
    cause: 'The attribute `starts-at` could not be read as a date.',
    fix: 'Write ISO 8601 with its zone: `2030-12-31T20:00:00+08:00`.',
  },
  'invalid-sdk-app-id': {
    means: 'There is no usable SDKAppID.',
    cause: 'The attribute `sdk-app-id` is no positive integer, or neither the page nor the credentials name one.',
    fix: 'Copy the SDKAppID from the console, or let your credentials server answer with it.',
  },
  'invalid-proxy': {
    means: 'The address of a proxy is no address.',
    cause: 'The attribute `im-proxy` or `av-proxy` does not begin with `wss://` (or `ws://`).',
    fix: 'Give a WebSocket address, or leave the attribute out: most pages need none.',
  },
  'invalid-enter-action': {
    means: 'The number of ENTER is out of range.',
    cause: 'The attribute `enter-action` is no integer from 2048 to 2304.',
    fix: 'Leave it out (2100), unless native clients of yours use another number.',
  },
  'invalid-credentials': {
    means: 'What came instead of credentials cannot be used.',
    cause:
      'The attribute `credentials` is no URL; or the answer there is no JSON, lacks `userId`, is for another SDKAppID, has `expiresAt` in seconds instead of milliseconds, or came with a status such as 400 or 404.',
    fix: 'Open the URL in a tab and compare the answer with “Going to production”. The details under the message say which field it is.',
  },
  'unknown-provider': {
    means: 'There is no provider of that name.',
    cause: 'The attribute `provider` is neither `local` nor `tencent`.',
    fix: 'Correct it. A provider of your own is set as a property, not as an attribute.',
  },
  network: {
    means: 'The connection failed. The kit goes on trying.',
    cause:
      'The device is offline, a firewall or a Content-Security-Policy is in the way, or a part of the kit could not be fetched.',
    fix: 'Look at the browser’s console for blocked requests; see “Content-Security-Policy” in “Going to production”.',
  },
  timeout: {
    means: 'The service did not answer in time.',
    cause: 'A slow or broken connection.',
    fix: 'Try again. If it stays, look for a proxy that keeps WebSockets from passing.',
  },
  'sign-in-required': {
    means: 'Your credentials server wants the person to sign in.',
    cause: 'It answered 401.',
    fix: 'Show your sign-in, then call `enter()` on the element.',
  },
  'credentials-unavailable': {
    means: 'No credentials came. The kit goes on trying.',
    cause:
      'The credentials server is down, took longer than ten seconds, answered 408, 429 or 5xx, or does not allow this page’s origin (CORS); or your function threw.',
    fix: 'Look at the server. For another origin, set `ALLOWED_ORIGINS`.',
  },
  'credentials-rejected': {
    means: 'The service did not accept the credentials, twice.',
    cause: 'They are expired, made with another secret key, or made for another user.',
    fix: 'Compare the secret key on your server with the console’s, and the server’s clock with a real one.',
  },
  'app-id-rejected': {
    means: 'The service does not know this application.',
    cause: 'A wrong SDKAppID, or a signature that was made for another application.',
    fix: 'Use one SDKAppID and its own secret key, on the page and on the server.',
  },
  'user-mismatch': {
    means: 'Somebody else is logged in on this page already.',
    cause:
      'Two elements of one page use the same application with two user ids. The chat SDK logs in once an application and page.',
    fix: 'One person a page. To change the person, load the page again.',
  },
  'service-disabled': {
    means: 'The service is not available for this application.',
    cause: 'The plan does not include it or has run out, there are arrears, or too many groups exist.',
    fix: 'Look at the application’s plan in the console.',
  },
  kicked: {
    means: 'This person came in somewhere else.',
    cause: 'The same user id entered in another tab or on another device, or an administrator removed it.',
    fix: 'The button “Use here instead” comes back in. Give every person a user id of their own.',
  },
  'in-another-room': {
    means: 'This person came into another room on the same page.',
    cause:
      'With `tencent` a web user is in one chat room at a time. A second element on the page, with the same user and application, came into a room of its own.',
    fix: 'Show one room at a time, or give each its own user and SDKAppID. “Use here instead” comes back into this one, out of the other.',
  },
  banned: {
    means: 'This person may not come into this room.',
    cause: 'The host or an administrator banned them, or your credentials server answered 403.',
    fix: 'Lift the ban, or correct your `authorize`.',
  },
  busy: {
    means: 'The service is busy.',
    cause: 'Too many requests or messages at a time, or the service is overloaded.',
    fix: 'Try again in a moment. What can wait, the kit tries again by itself.',
  },
  'storage-unavailable': {
    means: 'The browser blocks storage.',
    cause:
      '`provider="local"` keeps the room in `localStorage`, and Tencent’s SDKs read it while they load; it is off where cookies are blocked and in sandboxed frames. On Tencent Cloud the chat may still work, and the stage not.',
    fix: 'Allow cookies and site data for the page, then reload it.',
  },
  'unsupported-browser': {
    means: 'This browser cannot show live video.',
    cause: 'No WebRTC, no H264, or too old.',
    fix: 'Use a current Chrome, Edge, Safari or Firefox. Chat goes on without.',
  },
  'room-not-found': {
    means: 'The room does not exist.',
    cause: 'Nobody has opened it yet, or it was closed.',
    fix: 'Nothing: viewers wait and come in by themselves when the host opens it.',
  },
  'room-taken': {
    means: 'The room belongs to somebody else.',
    cause: 'Another user id created a room of this name.',
    fix: 'Choose another `room`, or host with the user id that created it.',
  },
  'not-owner': {
    means: 'Only the host can do this.',
    cause: 'A host’s method was called on a page whose person does not own the room.',
    fix: 'Call `open()` first, as the person who hosts.',
  },
  'not-joined': {
    means: 'This page is not in the room.',
    cause: 'A method was called before coming in, after leaving, or on an element that is not in the document.',
    fix: 'Add the element to the page; after `leave()`, call `enter()`.',
  },
  'wrong-phase': {
    means: 'This cannot be done just now.',
    cause:
      'For example going live twice, stepping off while waiting, writing before the room is open, or allowing sound without a click.',
    fix: 'Look at `state.phase` first, or let `<bigcast-host>` offer the next step.',
  },
  cancelled: {
    means: 'Going live was taken back.',
    cause: 'Somebody pressed “Cancel”, stepped off, or left during the countdown.',
    fix: 'Nothing: it is what somebody wanted. It is only the rejection of `goLive()`, not an error of the room.',
  },
  'message-empty': {
    means: 'There is nothing to send.',
    cause: '`send()` was called with an empty text.',
    fix: 'Check the text before.',
  },
  'message-too-long': {
    means: 'The message is too long.',
    cause: 'More than 8192 bytes of UTF-8. A Chinese character has three bytes, an emoji four or more.',
    fix: 'Shorten it. The composer counts and says so before sending.',
  },
  'message-refused': {
    means: 'The service refused this message.',
    cause: 'A word filter, or a callback of your application.',
    fix: 'Change the message; look at the filter in the console.',
  },
  muted: {
    means: 'This person may not write now.',
    cause: 'The host or an administrator muted them.',
    fix: 'Wait until the mute is over. The message stays, with a retry.',
  },
  'room-muted': {
    means: 'Only the host can write just now.',
    cause: 'Everybody in the room is muted.',
    fix: 'Wait until the host allows writing again. The message stays, with a retry.',
  },
  'stage-unavailable': {
    means: 'The video could not be opened. The chat goes on.',
    cause: 'The audio/video service cannot be reached, does not accept the entry, or its code could not be loaded.',
    fix: 'Try again. Behind a firewall, see `av-proxy`; with permission keys on, look at the privateMapKey.',
  },
  'stage-lost': {
    means: 'The video broke off. The kit tries to come back.',
    cause: 'The network went away for long, or the media could not be sent or played any more.',
    fix: 'Wait, or press “Try again”.',
  },
  'media-missing': {
    means: 'There is nothing to show.',
    cause: 'Camera and microphone are both off, or the page is not secure, so that the browser gives neither.',
    fix: 'Turn one of them on; serve the page over https (localhost is fine).',
  },
  'camera-denied': {
    means: 'The browser does not allow the camera.',
    cause: 'Somebody chose “block” or took the permission back, or a frame around the page does not pass it on.',
    fix: 'Allow it beside the address bar and try again. In a frame: `allow="camera; microphone"`.',
  },
  'camera-missing': {
    means: 'There is no camera.',
    cause: 'None is connected, it was unplugged, or the chosen one is gone.',
    fix: 'Plug one in and try again. The show can go on with sound alone.',
  },
  'camera-in-use': {
    means: 'Another program uses the camera.',
    cause: 'Some systems give a camera to one program at a time.',
    fix: 'Close the other program and try again.',
  },
  'microphone-denied': {
    means: 'The browser does not allow the microphone.',
    cause: 'Somebody chose “block” or took the permission back, or a frame around the page does not pass it on.',
    fix: 'Allow it beside the address bar and try again. In a frame: `allow="camera; microphone"`.',
  },
  'microphone-missing': {
    means: 'There is no microphone.',
    cause: 'None is connected, it was unplugged, or the chosen one is gone.',
    fix: 'Plug one in and try again.',
  },
  'microphone-in-use': {
    means: 'Another program uses the microphone.',
    cause: 'Some systems give a microphone to one program at a time.',
    fix: 'Close the other program and try again.',
  },
  internal: {
    means: 'Something went wrong that the kit has no word for.',
    cause: 'An answer of the service that is not known, or a mistake of ours.',
    fix: 'Try again; the details under the message, and `error.cause`, say what was answered. Please report it.',
  },
};
