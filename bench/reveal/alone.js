// A viewer whose machine is nobody else's: the room is scripted, and the picture was recorded before, so that it is decoded and nothing is encoded.
import '../../src/components/index.js';
import { drawStage } from '../../stories/support/stage-picture.js';
import { scriptRoom } from '../../stories/support/with-room.js';

const SIZE = { width: 1280, height: 720 };
/** Milliseconds; it is shown over and over again. */
const LENGTH = 2_000;

async function recordPicture() {
  const canvas = Object.assign(document.createElement('canvas'), SIZE);
  const context = canvas.getContext('2d');
  const recorder = new MediaRecorder(canvas.captureStream(30), { mimeType: 'video/webm; codecs=vp8' });
  const parts = [];
  recorder.ondataavailable = ({ data }) => parts.push(data);
  const over = new Promise((resolve) => (recorder.onstop = resolve));
  const began = performance.now();
  const timer = setInterval(() => {
    // What it draws is 640 × 360.
    context.setTransform(2, 0, 0, 2, 0, 0);
    drawStage(context, performance.now());
    if (performance.now() - began > LENGTH && recorder.state === 'recording') recorder.stop();
  }, 33);
  recorder.start();
  await over;
  clearInterval(timer);
  return URL.createObjectURL(new Blob(parts, { type: 'video/webm' }));
}

const video = Object.assign(document.createElement('video'), { muted: true, loop: true, src: await recordPicture() });
video.style.cssText = 'inline-size:100%;block-size:100%;object-fit:contain;display:block';

// The browser reads its own style sheet for videos when the first one is laid out; a real provider's is there before the first frame.
const first = document.body.appendChild(document.createElement('video'));
first.style.cssText = 'position:absolute;inline-size:1px;block-size:1px';

const room = scriptRoom();
room.av.picture = (element) => {
  element.replaceChildren(video);
  return () => video.remove();
};
const element = document.createElement('bigcast-viewer');
element.provider = room.provider;
Object.assign(element, { room: 'reveal', user: 'ana' });
element.style.cssText = 'display:block;block-size:600px';
document.body.append(element);
window.element = element;
let speakers = 0;
/** Each by somebody else: one who says much at once is not shown. */
window.say = (text) => room.say(`Guest ${++speakers}`, text);

/** The host goes live, and her picture comes as soon as the viewer is on the stage. */
window.goLive = async () => {
  const entered = new Promise((resolve) => {
    const stop = room.av.asked.listen((call) => {
      if (call !== 'enter') return;
      stop();
      resolve();
    });
  });
  room.declare('live');
  await entered;
  await video.play();
  room.av.play();
};
