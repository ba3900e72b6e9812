// A camera and microphone for machines that have none: somebody on a stage under moving lights, with a clock, and a soft tone.
import { drawStage } from '../stories/support/stage-picture.js';

export interface TestStream {
  readonly stream: MediaStream;
  /** Lets the tone be heard: browsers allow that only after a click or a key. */
  unlock(): void;
  stop(): void;
}

/** As demo/metronome.ts ticks: the lights are slow, and the machine has three pages to carry. */
const FPS = 20;
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
  const draw = () => {
    drawStage(paint, performance.now());
    drawClock(paint);
  };
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

/** Says when a picture was taken: two pages side by side show how late the second one is. */
function drawClock(paint: CanvasRenderingContext2D): void {
  const { width, height } = paint.canvas;
  // Where nothing of the kit stands over it, and whole where a narrow page shows only the middle.
  const [x, y] = [width / 2, height * 0.1];
  paint.fillStyle = 'rgb(20 16 14 / 0.6)';
  paint.beginPath();
  paint.roundRect(x - 46, y - 13, 92, 26, 13);
  paint.fill();
  paint.fillStyle = '#fff';
  paint.font = '600 15px system-ui, sans-serif';
  paint.textAlign = 'center';
  paint.textBaseline = 'middle';
  paint.fillText(new Date().toISOString().slice(11, 21), x, y + 1);
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
