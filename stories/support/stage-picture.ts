// A moving picture without a camera: somebody at a microphone under slow lights, as a canvas in the given element.

const WIDTH = 640;
const HEIGHT = 360;
/** Milliseconds between two pictures: a page may show a dozen of them. */
const PACE = 50;

interface Beam {
  readonly x: number;
  readonly hue: number;
  /** Radians it sways to each side, and how long that takes in milliseconds. */
  readonly sway: number;
  readonly period: number;
}

const BEAMS: readonly Beam[] = [
  { x: 0.12, hue: 18, sway: 0.24, period: 7000 },
  { x: 0.5, hue: 42, sway: 0.12, period: 9000 },
  { x: 0.88, hue: 330, sway: 0.24, period: 8000 },
];

/** Draws into `element` until the returned function is called; rests while nobody can see it. */
export function stagePicture(element: HTMLElement): () => void {
  const canvas = document.createElement('canvas');
  canvas.width = WIDTH;
  canvas.height = HEIGHT;
  canvas.style.cssText = 'inline-size:100%;block-size:100%;object-fit:var(--_fit, cover);display:block';
  element.replaceChildren(canvas);
  const context = canvas.getContext('2d');
  if (context) drawStage(context, 0);
  let isSeen = true;
  const observer = new IntersectionObserver(([entry]) => (isSeen = entry?.isIntersecting ?? true));
  observer.observe(canvas);
  const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches;
  const timer = setInterval(() => {
    if (context && isSeen && !isStill) drawStage(context, performance.now());
  }, PACE);
  return () => {
    clearInterval(timer);
    observer.disconnect();
    canvas.remove();
  };
}

/** The same as a stream, for a host without a camera. */
export function stageStream(): MediaStream {
  const canvas = document.createElement('canvas');
  canvas.width = WIDTH;
  canvas.height = HEIGHT;
  const context = canvas.getContext('2d');
  const stream = canvas.captureStream(1000 / PACE);
  const timer = setInterval(() => {
    if (stream.active && context) drawStage(context, performance.now());
    else clearInterval(timer);
  }, PACE);
  return stream;
}

/** The stage at `time` milliseconds. */
export function drawStage(context: CanvasRenderingContext2D, time: number): void {
  const { width, height } = context.canvas;
  context.globalCompositeOperation = 'source-over';
  context.fillStyle = '#120d12';
  context.fillRect(0, 0, width, height);
  context.globalCompositeOperation = 'lighter';
  for (const beam of BEAMS) drawBeam(context, beam, time);
  drawGlow(context, width / 2, height * 0.95, width * 0.5, 'rgb(255 150 80 / 0.35)');
  context.globalCompositeOperation = 'source-over';
  drawSinger(context, time);
}

function drawBeam(context: CanvasRenderingContext2D, { x, hue, sway, period }: Beam, time: number): void {
  const { width, height } = context.canvas;
  context.save();
  context.translate(width * x, -10);
  // Towards the middle of the stage, and a little to both sides.
  context.rotate((x - 0.5) * 0.9 + Math.sin((time / period) * Math.PI * 2) * sway);
  const light = context.createLinearGradient(0, 0, 0, height * 1.15);
  light.addColorStop(0, `hsl(${hue} 90% 62% / 0.16)`);
  light.addColorStop(1, `hsl(${hue} 90% 50% / 0)`);
  context.fillStyle = light;
  // Narrow cones in wide ones: a soft edge without a blur.
  for (let cone = 1; cone <= 5; cone++) {
    context.beginPath();
    context.moveTo(-3 * cone, 0);
    context.lineTo(3 * cone, 0);
    context.lineTo(width * 0.04 * cone, height * 1.2);
    context.lineTo(-width * 0.04 * cone, height * 1.2);
    context.fill();
  }
  context.restore();
}

function drawGlow(context: CanvasRenderingContext2D, x: number, y: number, radius: number, colour: string): void {
  const glow = context.createRadialGradient(x, y, 0, x, y, radius);
  glow.addColorStop(0, colour);
  glow.addColorStop(1, 'transparent');
  context.fillStyle = glow;
  context.fillRect(0, 0, context.canvas.width, context.canvas.height);
}

/** Somebody at a microphone, moving with the song; the lights behind leave a warm edge. */
function drawSinger(context: CanvasRenderingContext2D, time: number): void {
  const { width, height } = context.canvas;
  const unit = height / 100;
  const lean = Math.sin(time / 1400) * 1.4;
  for (const [shift, colour] of EDGES) {
    context.save();
    context.translate(width / 2 + shift * unit, height + Math.abs(shift) * -0.4 * unit);
    context.scale(unit, unit);
    context.strokeStyle = context.fillStyle = colour;
    drawBody(context, lean);
    context.restore();
  }
}

const EDGES = [
  [-0.7, 'rgb(255 158 92 / 0.75)'],
  [0.7, 'rgb(232 96 150 / 0.6)'],
  [0, '#0d090d'],
] as const;

/** In hundredths of the picture's height, from the middle of its lower edge. */
function drawBody(context: CanvasRenderingContext2D, lean: number): void {
  context.beginPath();
  context.moveTo(-27, 3);
  context.bezierCurveTo(-26, -14, -22, -23, -11 + lean, -26);
  context.quadraticCurveTo(-4 + lean, -28, -4 + lean, -36);
  context.lineTo(4 + lean, -36);
  context.quadraticCurveTo(4 + lean, -28, 11 + lean, -26);
  context.bezierCurveTo(22, -23, 26, -14, 27, 3);
  context.fill();
  // The head, and hair to the shoulders.
  context.beginPath();
  context.ellipse(lean * 1.2, -45, 8, 10.5, 0, 0, Math.PI * 2);
  context.fill();
  context.beginPath();
  context.moveTo(-10 + lean, -28);
  context.bezierCurveTo(-13 + lean, -44, -9 + lean, -57, lean * 1.2, -57);
  context.bezierCurveTo(9 + lean, -57, 12 + lean, -46, 9 + lean, -30);
  context.quadraticCurveTo(6 + lean, -38, 7 + lean, -46);
  context.quadraticCurveTo(lean, -52, -6 + lean, -46);
  context.quadraticCurveTo(-5 + lean, -36, -10 + lean, -28);
  context.fill();
  context.lineWidth = 1.2;
  context.beginPath();
  context.moveTo(24, 3);
  context.lineTo(11.5, -36);
  context.stroke();
  context.lineWidth = 3.8;
  context.lineCap = 'round';
  context.beginPath();
  context.moveTo(11.5, -36);
  context.lineTo(10, -39);
  context.stroke();
}
