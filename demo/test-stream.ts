// A camera and microphone for machines that have none: the moving test picture with its clock, and a soft tone.
import { drawPicture } from './test-picture.js';

export interface TestStream {
  readonly stream: MediaStream;
  /** Lets the tone be heard: browsers allow that only after a click or a key. */
  unlock(): void;
  stop(): void;
}

const FPS = 30;
/** A quiet fifth: enough to hear that sound comes, not enough to mind. */
const TONES = [220, 330] as const;
const LOUDNESS = 0.015;

export function testStream(): TestStream {
  const picture = movingPicture();
  const sound = softTone();
  return {
    stream: new MediaStream([picture.track, sound.track]),
    unlock: () => void sound.context.resume(),
    stop() {
      picture.stop();
      sound.track.stop();
      void sound.context.close();
    },
  };
}

function movingPicture() {
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width: 640, height: 360 });
  const paint = canvas.getContext('2d')!;
  const draw = () => drawPicture(paint, performance.now());
  draw();
  const metronome = new Worker(new URL('./metronome.ts', import.meta.url), { type: 'module' });
  metronome.addEventListener('message', draw);
  const track = canvas.captureStream(FPS).getVideoTracks()[0]!;
  return {
    track,
    stop() {
      metronome.terminate();
      track.stop();
    },
  };
}

function softTone() {
  const context = new AudioContext();
  const gain = new GainNode(context, { gain: LOUDNESS });
  const out = context.createMediaStreamDestination();
  gain.connect(out);
  for (const frequency of TONES) {
    const tone = new OscillatorNode(context, { frequency });
    tone.connect(gain);
    tone.start();
  }
  return { context, track: out.stream.getAudioTracks()[0]! };
}
