// Checked by `npm run typecheck`, never run: a line marked as an error is one for every user's compiler, and one without the mark is none.
import type { Phase, RoomErrorCode, RoomIntent } from '../../src/components/classes.js';

const viewer = document.createElement('bigcast-viewer');
const host = document.querySelector('bigcast-host')!;

viewer.addEventListener('bigcast-phase', ({ phase, previous }) => [phase, previous] satisfies Phase[]);
viewer.addEventListener('bigcast-message', ({ message }) => message.from.name.toUpperCase());
host.addEventListener('bigcast-error', ({ error }) => error.code satisfies RoomErrorCode);
// They bubble: at the document, the window and every element around, too.
document.addEventListener('bigcast-intent', ({ intent }) => intent satisfies RoomIntent);
window.addEventListener('bigcast-phase', ({ phase }) => phase satisfies Phase);
document.body.addEventListener('bigcast-phase', ({ phase }) => phase satisfies Phase);
// @ts-expect-error -- an event of one name has not what another one has
viewer.addEventListener('bigcast-phase', ({ message }) => void message);
// @ts-expect-error -- no such phase
viewer.addEventListener('bigcast-phase', ({ phase }) => phase === 'paused');

viewer.heading = 'An evening with new songs';
viewer.credentials = () => Promise.reject(new Error('a function, as a property'));
host.mediaSource = new MediaStream();
host.goLive({ countdown: 3 }).catch(() => undefined);
// @ts-expect-error -- read-only
viewer.state = host.state;
// @ts-expect-error -- seconds
host.countdown = '3';
