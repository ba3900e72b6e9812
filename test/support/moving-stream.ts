// A camera and microphone that need no device: a moving, coloured picture and a tone.

export interface MovingStream {
  readonly stream: MediaStream;
  /** Ends picture and tone and frees what makes them. */
  stop(): void;
}

export interface MovingStreamOptions {
  /** Colour of the picture in degrees: 0 red, 120 green, 240 blue. */
  readonly hue?: number;
  readonly video?: boolean;
  readonly audio?: boolean;
}

export function movingStream({ hue = 120, video = true, audio = true }: MovingStreamOptions = {}): MovingStream {
  const parts = [...(video ? [movingPicture(hue)] : []), ...(audio ? [tone()] : [])];
  const stream = new MediaStream(parts.map(({ track }) => track));
  return {
    stream,
    stop() {
      for (const part of parts) part.stop();
      for (const track of stream.getTracks()) track.stop();
    },
  };
}

interface Part {
  readonly track: MediaStreamTrack;
  stop(): void;
}

const WIDTH = 320;
const HEIGHT = 180;
const FPS = 30;

/** A field of one colour with a white block that runs through its lower half. */
function movingPicture(hue: number): Part {
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width: WIDTH, height: HEIGHT });
  const paint = canvas.getContext('2d')!;
  let step = 0;
  const draw = () => {
    paint.fillStyle = `hsl(${hue} 100% 40%)`;
    paint.fillRect(0, 0, WIDTH, HEIGHT);
    paint.fillStyle = 'white';
    paint.fillRect((step++ * 12) % WIDTH, HEIGHT / 2, 40, HEIGHT / 2);
  };
  draw();
  const timer = setInterval(draw, 1000 / FPS);
  return { track: canvas.captureStream(FPS).getVideoTracks()[0]!, stop: () => clearInterval(timer) };
}

function tone(): Part {
  const context = new AudioContext();
  const oscillator = new OscillatorNode(context, { frequency: 440 });
  const out = context.createMediaStreamDestination();
  oscillator.connect(out);
  oscillator.start();
  return { track: out.stream.getAudioTracks()[0]!, stop: () => void context.close() };
}
